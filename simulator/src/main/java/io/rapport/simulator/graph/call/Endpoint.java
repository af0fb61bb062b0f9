package io.rapport.simulator.graph.call;

import io.rapport.simulator.http.Answer;

/** What answers a call. */
@FunctionalInterface
public interface Endpoint {

    /** @throws io.rapport.simulator.graph.odata.GraphRefusal where the answer is no */
    Answer answer(Call call);
}
