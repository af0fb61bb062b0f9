package io.rapport.serve.api.operation;

import io.rapport.model.duckdb.export.ExportFormat;
import io.rapport.serve.access.AccessAction;
import io.rapport.serve.security.Role;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operation that is being declared, line by line. */
public final class Draft {

    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NO_CONTENT = 204;

    private final String id;
    private final String method;
    private final String path;
    private final String summary;
    private final List<Parameter> parameters = new ArrayList<>();
    private String tag = "";
    private @Nullable Role least;
    private @Nullable Role leastForFiles;
    private boolean isForPersons;
    private @Nullable AccessAction action;
    private String subject = "";
    private boolean hasVersion;
    private boolean takesVersion;
    private List<ExportFormat> formats = List.of();
    private Operation.@Nullable FileWork files;

    private Draft(String id, String method, String path, String summary) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.summary = summary;
    }

    /** Answers as a value that has a shape. */
    @FunctionalInterface
    public interface Answering<T> {
        T answer(Call call) throws IOException, InterruptedException;
    }

    /** Does something, and answers nothing. */
    @FunctionalInterface
    public interface Doing {
        void go(Call call) throws IOException, InterruptedException;
    }

    public static Draft get(String id, String path, String summary) {
        return new Draft(id, "GET", path, summary);
    }

    public static Draft post(String id, String path, String summary) {
        return new Draft(id, "POST", path, summary);
    }

    public static Draft put(String id, String path, String summary) {
        return new Draft(id, "PUT", path, summary);
    }

    public static Draft delete(String id, String path, String summary) {
        return new Draft(id, "DELETE", path, summary);
    }

    /** Under which heading it stands. */
    public Draft in(String heading) {
        this.tag = heading;
        return this;
    }

    /** Who may, and how the access log calls it. */
    public Draft logged(Role who, AccessAction what, String thing) {
        this.least = who;
        this.action = what;
        this.subject = thing;
        return this;
    }

    /** Who may; it is asked for again and again, and shows nothing of anybody's. */
    public Draft quiet(Role who) {
        this.least = who;
        return this;
    }

    /** No key may, whatever its role. */
    public Draft byPersons() {
        this.isForPersons = true;
        return this;
    }

    public Draft takes(Parameter... more) {
        parameters.addAll(List.of(more));
        return this;
    }

    public Draft takes(List<Parameter> more) {
        parameters.addAll(more);
        return this;
    }

    /** Answers have an ETag. */
    public Draft versioned() {
        this.hasVersion = true;
        return this;
    }

    /** It is bound to a version by {@code If-Match}. */
    public Draft ifUnchanged() {
        this.takesVersion = true;
        return this;
    }

    /** The same as a file of any format. */
    public Draft asFile(Role who, Operation.FileWork work) {
        return asFile(who, ExportFormat.files(), work);
    }

    /** The same as a file of one of these formats. */
    public Draft asFile(Role who, List<ExportFormat> which, Operation.FileWork work) {
        this.formats = which;
        this.leastForFiles = who;
        this.files = work;
        return this;
    }

    public <T> Operation answers(Shape<T> shape, Answering<T> work) {
        return operation(OK, shape, "", call -> shape.json(work.answer(call)));
    }

    /** Something was made. */
    public <T> Operation makes(Shape<T> shape, Answering<T> work) {
        return operation(CREATED, shape, "", call -> shape.json(work.answer(call)));
    }

    /** Something was begun. */
    public <T> Operation begins(Shape<T> shape, Answering<T> work) {
        return operation(ACCEPTED, shape, "", call -> shape.json(work.answer(call)));
    }

    public <T> Operation lists(Shape<T> item, Answering<Listing<T>> work) {
        return answers(Shape.listing(item), work);
    }

    /** One thing, with the question. */
    public <T> Operation echoes(Shape<T> item, Answering<T> work) {
        return answers(Shape.answered(item), call -> {
            T answer = work.answer(call);
            return new Answered<>(call.query(), call.warnings(), answer);
        });
    }

    /** Answers an object whose fields are not known beforehand. */
    public Operation tells(Operation.Work work) {
        return operation(OK, null, "", work);
    }

    /** A file that is there. */
    public Operation sends(String mediaType, Operation.FileWork work) {
        this.files = work;
        this.leastForFiles = least;
        return operation(OK, null, mediaType, call -> null);
    }

    public Operation does(Doing work) {
        return operation(NO_CONTENT, null, "", call -> {
            work.go(call);
            return null;
        });
    }

    private Operation operation(int status, @Nullable Shape<?> shape, String mediaType, Operation.Work work) {
        return new Operation(
                id,
                method,
                path,
                tag,
                summary,
                least,
                leastForFiles,
                isForPersons,
                action,
                subject,
                parameters,
                status,
                shape,
                mediaType,
                hasVersion,
                takesVersion,
                work,
                formats,
                files);
    }
}
