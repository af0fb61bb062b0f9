package io.rapport.serve.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of parsed JSON or YAML. Who asks it for something that is not there hears where that would be.
 *
 * @param place from the root, for messages
 */
record Tree(String place, @Nullable Object value) {

    static Tree of(String place, @Nullable Object value) {
        return new Tree(place, value);
    }

    Tree at(String... names) {
        Tree here = this;
        for (String name : names) {
            if (!here.has(name)) {
                throw new AssertionError(here.place + " has no " + name);
            }
            here = new Tree(here.place + "." + name, here.map().get(name));
        }
        return here;
    }

    boolean has(String name) {
        return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    String text(String... names) {
        return String.valueOf(at(names).value);
    }

    int number(String... names) {
        return Integer.parseInt(text(names));
    }

    boolean isTrue(String... names) {
        return Boolean.TRUE.equals(at(names).value);
    }

    List<Tree> list(String... names) {
        Tree here = at(names);
        if (here.value instanceof List<?> items) {
            return items.stream().map(item -> new Tree(here.place + "[]", item)).toList();
        }
        throw new AssertionError(here.place + " is no list");
    }

    List<String> texts(String... names) {
        return list(names).stream().map(Tree::text).toList();
    }

    Map<?, ?> map(String... names) {
        Tree here = at(names);
        if (here.value instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError(here.place + " is no map");
    }

    /** The item of a list whose field is so. */
    Tree item(String list, String field, String wanted) {
        return list(list).stream()
                .filter(item -> item.has(field) && item.text(field).equals(wanted))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError(place + "." + list + " has nothing whose " + field + " is " + wanted));
    }

    /** This one and all below it. */
    Stream<Tree> all() {
        Stream<Tree> below = Stream.empty();
        if (value instanceof Map<?, ?> map) {
            below = map.keySet().stream()
                    .flatMap(name -> at(String.valueOf(name)).all());
        } else if (value instanceof List<?>) {
            below = list().stream().flatMap(Tree::all);
        }
        return Stream.concat(Stream.of(this), below);
    }
}
