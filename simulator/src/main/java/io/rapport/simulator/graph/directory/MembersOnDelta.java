package io.rapport.simulator.graph.directory;

import io.rapport.simulator.graph.odata.EntityType;
import io.rapport.simulator.graph.odata.QueryOptions;
import io.rapport.simulator.graph.odata.Selection;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * A group in a delta round, with who came and who went.
 *
 * @param group as it is at the end of the round
 * @param came members that it has and had not
 * @param gone members that it had and has not
 */
record MembersOnDelta(DirectoryGroup group, List<Member> came, List<Member> gone) {

    static MembersOnDelta of(DirectoryGroup group, @Nullable Instant since) {
        if (since == null) {
            return new MembersOnDelta(group, group.members(), List.of());
        }
        List<Member> before = new DirectoryGroup(group.list(), group.company(), since).members();
        List<Member> now = group.members();
        return new MembersOnDelta(group, without(now, before), without(before, now));
    }

    boolean isChanged() {
        return !came.isEmpty() || !gone.isEmpty();
    }

    /** The group's properties and {@code members@delta}, which comes unless properties are selected and it is not. */
    static Selection<MembersOnDelta> selection(QueryOptions options) {
        Set<String> ofGroup = new LinkedHashSet<>(options.select());
        ofGroup.remove("members");
        Selection<DirectoryGroup> properties = GroupType.TYPE.select(ofGroup);
        boolean hasMembers = options.select().isEmpty() || options.select().contains("members");
        EntityType.Builder<MembersOnDelta> type = EntityType.<MembersOnDelta>named(GroupType.TYPE.name())
                .always("id", (json, delta) -> {
                    json.writeString(delta.group().list().id());
                    properties.writeMembersBut("id", json, delta.group());
                });
        if (hasMembers) {
            type.usual("members@delta", MembersOnDelta::writeMembers);
        }
        return type.build().select(Set.of());
    }

    private static void writeMembers(JsonGenerator json, MembersOnDelta delta) {
        json.writeStartArray();
        for (Member member : delta.came()) {
            json.writeStartObject();
            json.writeStringProperty("@odata.type", "#" + member.typeName());
            json.writeStringProperty("id", member.id());
            json.writeEndObject();
        }
        for (Member member : delta.gone()) {
            json.writeStartObject();
            json.writeStringProperty("@odata.type", "#" + member.typeName());
            json.writeStringProperty("id", member.id());
            json.writeObjectPropertyStart("@removed");
            json.writeStringProperty("reason", "deleted");
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static List<Member> without(List<Member> members, List<Member> others) {
        Set<String> ids = new HashSet<>();
        others.forEach(other -> ids.add(other.id()));
        return members.stream().filter(member -> !ids.contains(member.id())).toList();
    }
}
