package io.rapport.model.run;

import io.rapport.core.address.Address;
import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerInput;
import io.rapport.model.spec.Spec;
import io.rapport.model.spec.SpecError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What a run reads of a spec, without the people who were erased: a spec file and the customer files that it names lie outside
 * of the home and may still name them. Not thread-safe.
 */
public final class WithoutErased {

    private final Predicate<String> erased;
    private final List<String> leftOut = new ArrayList<>();

    /** @param erased whether the owner of an address, which comes in its normal form, was erased */
    public WithoutErased(Predicate<String> erased) {
        this.erased = erased;
    }

    /** What was left out so far, in words without an address. */
    public List<String> leftOut() {
        return List.copyOf(leftOut);
    }

    /** @throws RapportException {@link SpecError#SPEC_INVALID} where nobody is left */
    public Spec spec(Spec spec) {
        List<Address> left = spec.selection().stream()
                .filter(address -> !erased.test(address.value()))
                .toList();
        int gone = spec.selection().size() - left.size();
        if (gone == 0) {
            return spec;
        }
        if (left.isEmpty()) {
            throw new RapportException(
                    SpecError.SPEC_INVALID,
                    "All people of the selection were erased. Nobody is left to count for: edit the selection.");
        }
        leftOut.add(say(gone, spec.selection().size(), "people of the selection"));
        return new Spec(
                spec.name(),
                spec.output(),
                left,
                spec.customers(),
                spec.timeZone(),
                spec.findAsOf().orElse(null),
                spec.weights(),
                spec.options());
    }

    /**
     * Writes the customers' files that a spec names without these contacts; those of customer profiles lost them when they
     * were imported.
     *
     * @param folder as {@link CustomerInput#write} has it
     */
    public CustomerInput customers(Spec.CustomerTables named, Path folder) {
        long[] gone = {0};
        CustomerInput written = CustomerInput.write(named, folder, address -> {
            boolean isErased = erased.test(address);
            gone[0] += isErased ? 1 : 0;
            return isErased;
        });
        if (gone[0] > 0) {
            leftOut.add(say(gone[0], gone[0] + written.contactCount(), "contacts"));
        }
        return written;
    }

    private static String say(long gone, long all, String what) {
        return String.format(Locale.ENGLISH, "%,d of %,d %s left out: erased.", gone, all, what);
    }
}
