package io.rapport.connect.directory;

import io.rapport.connect.graph.Answer;
import io.rapport.connect.graph.GraphClient;
import io.rapport.connect.graph.GraphFailure;
import io.rapport.connect.graph.GraphRequest;
import io.rapport.connect.graph.ListPage;
import io.rapport.connect.graph.Reply;
import io.rapport.connect.graph.UrlText;
import io.rapport.connect.row.Rejection;
import io.rapport.connect.row.Rereads;
import io.rapport.connect.row.RowSink;
import io.rapport.connect.row.SeenKeys;
import io.rapport.core.dataset.Datasets;
import io.rapport.core.landing.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads direct members, twenty groups a request. A group that can't be read keeps the members that are known. */
final class MemberReading {

    private static final int AT_ONCE = 20;
    private static final int ID = Datasets.GROUP_MEMBERS.index("id");
    private static final int TYPE = Datasets.GROUP_MEMBERS.index("ODataType");
    private static final int GROUP = Datasets.GROUP_MEMBERS.index("pObjectId");
    private static final int TENANT = Datasets.GROUP_MEMBERS.index("ptenant");

    /** A member, as far as it is read. */
    record Member(String id, String type) {}

    private final GraphClient client;
    private final String tenant;
    private final RowSink sink;
    private final GroupTree tree;
    private final boolean keepsTree;
    private final SeenKeys seen = new SeenKeys();
    private final Set<String> unread = new HashSet<>();
    private final List<String> next = new ArrayList<>();
    private final Row row = new Row(Datasets.GROUP_MEMBERS);
    private int open;
    private @Nullable Runnable done;

    MemberReading(GraphClient client, String tenant, RowSink sink, GroupTree tree, boolean keepsTree) {
        this.client = client;
        this.tenant = tenant;
        this.sink = sink;
        this.tree = tree;
        this.keepsTree = keepsTree;
    }

    void of(String group) {
        next.add(group);
        if (next.size() == AT_ONCE) {
            ask();
        }
    }

    /** Calls once all groups that were asked for are read. */
    void whenDone(Runnable then) {
        if (!next.isEmpty()) {
            ask();
        }
        if (open == 0) {
            then.run();
        } else {
            done = then;
        }
    }

    /** Whether a member that the lake knows is one no longer. */
    boolean isGone(List<String> key) {
        return !seen.contains(key) && !unread.contains(key.get(0));
    }

    private void ask() {
        List<GraphRequest> requests = next.stream()
                .map(group -> GraphRequest.of(
                        GraphRequest.DIRECTORY,
                        client.endpoints().url("/groups/" + UrlText.escaped(group) + "/members?$select=id&$top=999")))
                .toList();
        List<Reply> replies = new ArrayList<>();
        for (int i = 0; i < next.size(); i++) {
            replies.add(new Pages(next.get(i), requests.get(i)));
        }
        open += next.size();
        next.clear();
        client.sendAll(requests, replies);
    }

    private void end() {
        open--;
        Runnable then = done;
        if (open == 0 && then != null) {
            then.run();
        }
    }

    /** Reads the object whose opening brace the parser has just passed. */
    static Member member(JsonParser parser) {
        String id = "";
        String type = "";
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            JsonToken token = parser.nextToken();
            if (name.equals("id") && token == JsonToken.VALUE_STRING) {
                id = parser.getString();
            } else if (name.equals("@odata.type") && token == JsonToken.VALUE_STRING) {
                type = parser.getString();
            } else {
                parser.skipChildren();
            }
        }
        return new Member(id, type);
    }

    /** The pages of one group. */
    private final class Pages implements Reply {

        private final String group;
        private final GraphRequest request;
        private final Rereads rereads = new Rereads();

        Pages(String group, GraphRequest request) {
            this.group = group;
            this.request = request;
        }

        @Override
        public void answered(Answer answer) throws IOException {
            ListPage page = ListPage.read(answer, parser -> add(member(parser)));
            rereads.end(sink);
            page.findNext()
                    .map(client.endpoints()::follow)
                    .ifPresentOrElse(next -> client.send(request.at(next), this), MemberReading.this::end);
        }

        @Override
        public void failed(GraphFailure failure) {
            if (failure.kind() != GraphFailure.Kind.NOT_FOUND) {
                unread.add(group);
            }
            end();
        }

        private void add(Member member) {
            if (member.id().isEmpty()) {
                rereads.add(new Rejection(Datasets.GROUP_MEMBERS, group, "a member of a group has no id"));
                return;
            }
            row.clear();
            row.set(ID, member.id());
            row.set(TYPE, member.type().isEmpty() ? null : member.type());
            row.set(GROUP, group);
            row.set(TENANT, tenant);
            seen.add(List.of(group, member.id()));
            if (keepsTree) {
                tree.member(group, member.id());
            }
            sink.add(row);
        }
    }
}
