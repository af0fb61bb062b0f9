package io.rapport.connect.sync;

import java.util.ArrayList;
import java.util.List;

/** The tenant that most tests read: three people, their groups, and mail in and around the window. */
final class FakeCompany {

    private FakeCompany() {}

    static FakeTenant founded() {
        FakeTenant made = new FakeTenant().person("mira").person("sam").person("eva");
        made.groups.put("sales", new ArrayList<>(List.of("mira", "emea")));
        made.groups.put("emea", new ArrayList<>(List.of("sam", "sales")));
        made.groups.put("board", new ArrayList<>(List.of("eva")));
        for (int i = 0; i < 8; i++) {
            made.message("mira", "m" + i, "inbox", "2026-1" + i % 2 + "-0" + (i + 1) + "T08:00:00Z");
            made.message("sam", "s" + i, "sentitems", "2026-0" + (i + 1) + "-11T08:00:00Z");
        }
        made.message("mira", "deep", "customers", "2026-11-10T08:00:00Z");
        made.message("mira", "junk", "junkemail", "2026-11-10T08:00:00Z");
        made.message("mira", "spam", "spam", "2026-11-10T08:00:00Z");
        made.message("mira", "draft", "drafts", "2026-11-10T08:00:00Z");
        made.message("mira", "old", "inbox", "2025-10-31T23:59:59Z");
        made.message("mira", "oldest-kept", "inbox", "2025-11-01T00:00:00Z");
        return made;
    }
}
