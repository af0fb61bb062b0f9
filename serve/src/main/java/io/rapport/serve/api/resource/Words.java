package io.rapport.serve.api.resource;

import io.rapport.core.error.RapportException;
import io.rapport.serve.api.operation.ApiError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Constants as the API writes them, and what is said where a thing is not there. */
final class Words {

    private Words() {}

    /** {@code going-quiet}. */
    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <E extends Enum<E>> List<String> all(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Words::of).toList();
    }

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> of(known).equals(word))
                .findFirst();
    }

    /** The same whether it is not there or not for this role. */
    static RapportException none(String what) {
        return new RapportException(ApiError.NOT_FOUND, "There is no such " + what + ", or none for this role.");
    }
}
