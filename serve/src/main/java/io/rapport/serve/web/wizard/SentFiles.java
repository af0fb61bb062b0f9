package io.rapport.serve.web.wizard;

import io.rapport.core.error.RapportException;
import io.rapport.model.input.CustomerField;
import io.rapport.model.input.CustomerMapping;
import io.rapport.model.input.MappingGuess;
import io.rapport.serve.enrichment.SpecFields;
import io.rapport.serve.profile.ProfileUploads;
import io.rapport.serve.profile.ProfileUploads.Upload;
import io.rapport.serve.profile.Profiles;
import io.rapport.serve.web.profile.MappingForm;
import io.rapport.serve.web.profile.MappingView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files of customers that were sent from the wizard. They are mapped there, kept as a version of the chosen set when the step
 * is left, and lie about until the draft is saved, so that another mapping can be tried.
 */
final class SentFiles {

    /** What the fields of the mapping begin with. */
    static final String PREFIX = SpecFields.MAPPED;

    /** Which files were kept, under which mapping. */
    static final String KEPT = "upload.kept";

    private final Profiles profiles;
    private final ProfileUploads uploads;

    SentFiles(Profiles profiles, ProfileUploads uploads) {
        this.profiles = profiles;
        this.uploads = uploads;
    }

    /** Empty where none were sent for the set that is chosen, or where they are gone. */
    Optional<Upload> find(SpecFields fields) {
        return uploads.find(fields.value(SpecFields.UPLOAD))
                .filter(upload -> upload.name().equals(fields.value(SpecFields.PROFILES)));
    }

    /** Whether there are files that are no version of the set yet, or not under the mapping that is chosen now. */
    boolean isToBeKept(SpecFields fields) {
        return find(fields)
                .filter(upload -> !fields.value(KEPT).equals(mark(upload, chosen(fields))))
                .isPresent();
    }

    /** What they hold under the chosen mapping, or else the guessed one; null where there are none. */
    @Nullable
    MappingView view(SpecFields fields) {
        return find(fields)
                .map(upload -> new MappingForm(upload, "", profiles.next(upload.name())).view(chosen(fields), profiles))
                .orElse(null);
    }

    /** Why they can't be kept under the chosen mapping; empty where they can, or where there are none. */
    String problem(SpecFields fields) {
        Upload upload = find(fields).orElse(null);
        if (upload == null) {
            return "";
        }
        try {
            MappingGuess guess = guess(upload, fields);
            return guess.missing().isEmpty()
                    ? ""
                    : "Choose a column for: "
                            + guess.missing().stream().map(CustomerField::words).collect(Collectors.joining(", "))
                            + ".";
        } catch (RapportException unreadable) {
            return unreadable.text();
        }
    }

    /**
     * Keeps them as the next version of the set, unless that was done.
     *
     * @throws RapportException where they make no sense
     */
    SpecFields keep(SpecFields fields, String by) {
        Upload upload = find(fields).orElse(null);
        if (upload == null || !isToBeKept(fields)) {
            return fields;
        }
        CustomerMapping mapping = guess(upload, fields).mapping();
        profiles.add(upload.name(), upload.files(), mapping, Profiles.BrokenRows.LEAVE_OUT, by);
        Map<String, String> changed = new LinkedHashMap<>();
        mapping.columns().forEach((field, column) -> changed.put(PREFIX + MappingForm.key(field), column));
        changed.put(KEPT, mark(upload, mapping));
        return fields.with(changed);
    }

    /** They are not needed any more. */
    void drop(SpecFields fields) {
        uploads.find(fields.value(SpecFields.UPLOAD)).ifPresent(uploads::drop);
    }

    private MappingGuess guess(Upload upload, SpecFields fields) {
        return MappingForm.guess(upload, chosen(fields), profiles);
    }

    private static CustomerMapping chosen(SpecFields fields) {
        return MappingForm.chosen(fields.values(), PREFIX);
    }

    private static String mark(Upload upload, CustomerMapping mapping) {
        return upload.id() + " "
                + mapping.columns().entrySet().stream()
                        .map(column -> column.getKey().name() + "=" + column.getValue())
                        .sorted()
                        .collect(Collectors.joining(" "));
    }
}
