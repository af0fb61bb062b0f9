package io.rapport.simulator.graph.directory;

import org.jspecify.annotations.Nullable;

/**
 * A member of a group: a user or a group.
 *
 * @param user null where it is a group
 * @param group null where it is a user
 */
record Member(@Nullable DirectoryUser user, @Nullable DirectoryGroup group) {

    static Member of(DirectoryUser user) {
        return new Member(user, null);
    }

    static Member of(DirectoryGroup group) {
        return new Member(null, group);
    }

    String typeName() {
        return group == null ? UserType.TYPE.name() : GroupType.TYPE.name();
    }

    String id() {
        if (user != null) {
            return user.person().id();
        }
        return group == null ? "" : group.list().id();
    }

    String displayName() {
        if (user != null) {
            return user.person().displayName();
        }
        return group == null ? "" : group.list().party().name();
    }
}
