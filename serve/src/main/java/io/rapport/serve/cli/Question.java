package io.rapport.serve.cli;

import io.rapport.serve.api.client.ApiSource;
import io.rapport.serve.api.client.HomeApi;
import io.rapport.serve.api.client.ServerApi;

/** A command that asks something that the API answers: of a server, or of a home of one's own in the same words. */
abstract class Question implements Task, ServedTask {

    abstract void ask(ApiSource api, Console console);

    @Override
    public final void run(Session session) {
        try (HomeApi api = session.openApi()) {
            ask(api, session.console());
        }
    }

    @Override
    public final void run(Session session, ServerApi server) {
        ask(server, session.console());
    }
}
