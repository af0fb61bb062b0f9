package io.rapport.connect.graph;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A body in memory, up to a limit; what is longer is given up. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final int limit;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();
    private final List<ByteBuffer> pieces = new ArrayList<>();
    private long length;
    private Flow.@Nullable Subscription subscription;

    BoundedBody(int limit) {
        this.limit = limit;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return whole;
    }

    @Override
    public void onSubscribe(Flow.Subscription given) {
        subscription = given;
        given.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            length += buffer.remaining();
        }
        if (length > limit) {
            pieces.clear();
            if (subscription != null) {
                subscription.cancel();
            }
            whole.completeExceptionally(new IOException("the answer is longer than " + limit + " bytes"));
        } else {
            pieces.addAll(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        pieces.clear();
        whole.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        byte[] bytes = new byte[(int) Math.min(length, limit)];
        int at = 0;
        for (ByteBuffer piece : pieces) {
            int size = piece.remaining();
            piece.get(bytes, at, size);
            at += size;
        }
        pieces.clear();
        whole.complete(bytes);
    }
}
