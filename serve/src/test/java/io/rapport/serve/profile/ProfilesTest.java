package io.rapport.serve.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.lake.state.StateLocation;
import io.rapport.model.input.CustomerFiles;
import io.rapport.model.input.CustomerMapping;
import io.rapport.serve.home.Home;
import io.rapport.serve.profile.ProfileUploads.Upload;
import io.rapport.serve.profile.Profiles.BrokenRows;
import io.rapport.serve.state.ServeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-20T12:00:00Z");

    StateLocation location() {
        return StateLocation.file(folder.resolve("rapport.db"));
    }

    @Test
    void versions_follow_one_another_and_what_was_added_by_hand_stays() throws IOException {
        Profiles profiles = profiles();
        ProfileSet first = bring(profiles, "Customers", "c1,a1,ana@fabrikam.com\n");
        assertThat(profiles.added().add(first, "Di@Fabrikam.com", "a1", "Fabrikam", "Mira"))
                .isTrue();
        assertThat(profiles.added().add(first, "di@fabrikam.com", "a1", "Fabrikam", "Sam"))
                .isFalse();
        now = now.plusSeconds(60);

        ProfileSet second = bring(profiles, "Customers", "c1,a1,ana@fabrikam.com\nc2,a2,bo@tailspin.com\n");

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(second.versions()).extracting(ProfileVersion::number).containsExactly(2, 1);
        assertThat(second.latest().verdict().matched()).isEqualTo(2);
        assertThat(second.latest().createdAt()).isEqualTo(now);
        assertThat(second.additions()).isEqualTo(1);
        assertThat(profiles.added().list(second)).extracting(AddedContact::by).containsExactly("Mira");
        assertThat(profiles.names()).containsExactly("Customers");
    }

    @Test
    void what_a_version_says_of_its_files_is_kept_to_the_letter() throws IOException {
        Profiles profiles = profiles();
        CustomerFiles files = files("c1,a1,ana@fabrikam.com\nc2,a9,x@y.com\nbroken\n");

        ProfileVersion kept = profiles.add("Customers", files, mapping(profiles, files), BrokenRows.LEAVE_OUT, "Mira")
                .latest();

        assertThat(kept.mapping()).isEqualTo(mapping(profiles, files));
        assertThat(kept.verdict())
                .isEqualTo(profiles.preview(files, kept.mapping()).verdict());
        assertThat(kept.verdict().findings()).hasSize(2);
    }

    @Test
    void files_that_are_refused_leave_nothing_behind() throws IOException {
        Profiles profiles = profiles();
        CustomerFiles files = files("c1,a1,ana@fabrikam.com\nbroken\n");

        assertThatThrownBy(() ->
                        profiles.add("Customers", files, mapping(profiles, files), BrokenRows.REFUSE_MANY, "Mira"))
                .hasMessageContaining("(line 3)")
                .hasMessageNotContaining("ana@");
        Files.writeString(files.contacts(), "\u0000");
        assertThatThrownBy(() -> profiles.add("Customers", files, CustomerMapping.NONE, BrokenRows.LEAVE_OUT, "Mira"))
                .hasMessageContaining("is not known");
        assertThat(profiles.list()).isEmpty();
        assertThat(folder.resolve("profiles")).doesNotExist();
        assertThat(folder.resolve("tmp")).isEmptyDirectory();
    }

    @Test
    void removing_a_set_removes_all_of_it_and_no_other() throws IOException {
        Profiles profiles = profiles();
        ProfileSet gone = bring(profiles, "Customers", "c1,a1,ana@fabrikam.com\n");
        ProfileSet stays = bring(profiles, "Partners", "c1,a1,ana@fabrikam.com\n");
        profiles.added().add(gone, "di@fabrikam.com", "a1", "Fabrikam", "Mira");

        profiles.remove(gone);

        assertThat(profiles.names()).containsExactly("Partners");
        assertThat(profiles.added().list(gone)).isEmpty();
        try (Stream<Path> sets = Files.list(folder.resolve("profiles"))) {
            assertThat(sets).containsExactly(folder.resolve("profiles").resolve(stays.id()));
        }
        assertThatThrownBy(() -> profiles.require("Partner")).hasMessageContaining("Did you mean \"Partners\"?");
    }

    @Test
    void files_that_nobody_saves_go_after_a_day() throws IOException {
        ProfileUploads uploads = new ProfileUploads(new Home(folder), () -> now);
        Upload upload = send(uploads);
        assertThat(uploads.find(upload.id())).contains(upload);
        assertThat(uploads.find("../" + upload.id())).isEmpty();

        now = now.plus(Duration.ofHours(25));
        assertThat(uploads.find(upload.id())).isEmpty();
        Upload later = send(uploads);

        try (Stream<Path> kept = Files.list(folder.resolve("profiles/_uploads"))) {
            assertThat(kept).extracting(path -> path.getFileName().toString()).containsExactly(later.id());
        }
        uploads.drop(later);
        assertThat(uploads.find(later.id())).isEmpty();
    }

    private static Upload send(ProfileUploads uploads) {
        return uploads.receive(
                "Customers", file -> Files.writeString(file, "Id\n"), file -> Files.writeString(file, "Mail\n"));
    }

    private ProfileSet bring(Profiles profiles, String name, String contacts) throws IOException {
        CustomerFiles files = files(contacts);
        return profiles.add(name, files, mapping(profiles, files), BrokenRows.REFUSE_MANY, "Mira");
    }

    private static CustomerMapping mapping(Profiles profiles, CustomerFiles files) {
        return profiles.guess(files, CustomerMapping.NONE).mapping();
    }

    private CustomerFiles files(String contacts) throws IOException {
        return CustomerFiles.at(
                Files.writeString(folder.resolve("accounts.csv"), "Id,Name\na1,Fabrikam\na2,Tailspin\n"),
                Files.writeString(folder.resolve("contacts.csv"), "Contact,Account,Email\n" + contacts));
    }

    private Profiles profiles() {
        return new Profiles(new Home(folder), ServeState.open(location()), () -> now);
    }
}
