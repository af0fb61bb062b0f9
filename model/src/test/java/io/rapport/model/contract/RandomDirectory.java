package io.rapport.model.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users, guests and groups whose addresses collide and whose memberships run in circles. */
final class RandomDirectory {

    /** Two colleagues about whom nothing is odd, so that every company has two listed people. */
    static final List<String> ANCHORS = List.of("anchor1@contoso.com", "anchor2@contoso.com");

    /** Beside each other in UTF-16 order and code-point order: U+FF55 and U+1D518 change places. */
    private static final List<String> USER_IDS = List.of("u1", "u10", "u2", "ｕ3", "𝔘4", "漢5", "U6", "𝔘7");

    private static final List<String> SHARED =
            List.of("sales@contoso.com", "team@contoso.com", "post@contoso.co.uk", "joint@fabrikam.com");

    final List<Map<String, @Nullable Object>> users = new ArrayList<>();
    final List<Map<String, @Nullable Object>> groups = new ArrayList<>();
    final List<Map<String, @Nullable Object>> members = new ArrayList<>();
    final List<String> mailboxes = new ArrayList<>(List.of("anchor1", "anchor2", "shared-mailbox"));
    final List<String> userAddresses = new ArrayList<>();
    final List<String> groupAddresses = new ArrayList<>();

    private final Dice dice;

    RandomDirectory(Dice dice) {
        this.dice = dice;
        if (dice.percent(8)) {
            return; // no directory has landed
        }
        addAnchor("anchor1", ANCHORS.get(0));
        addAnchor("anchor2", ANCHORS.get(1));
        List<String> ids = USER_IDS.subList(0, 2 + dice.below(USER_IDS.size() - 1));
        ids.forEach(this::addUser);
        int groupCount = dice.below(5);
        for (int i = 1; i <= groupCount; i++) {
            addGroup(i, groupCount, ids);
        }
    }

    private void addAnchor(String id, String mail) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put("mail", mail);
        row.put("userPrincipalName", id + "@contoso.onmicrosoft.com");
        row.put("userType", "Member");
        users.add(row);
    }

    private void addUser(String id) {
        boolean isGuest = dice.percent(25);
        String own = "p" + id + (isGuest && dice.percent(70) ? "@adatum.com" : "@contoso.com");
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        String mail = dice.percent(15) ? null : dice.percent(15) ? dice.of(SHARED) : dice.written(own);
        dice.put(row, "mail", mail);
        row.put("userPrincipalName", id + "@contoso.onmicrosoft.com");
        List<@Nullable Object> proxies = new ArrayList<>();
        if (dice.percent(60)) {
            proxies.add("SMTP:" + own);
        }
        if (dice.percent(40)) {
            proxies.add(dice.of(List.of("smtp:", "", "Smtp:")) + dice.of(SHARED));
        }
        if (dice.percent(30)) {
            proxies.add("x500:/o=contoso/cn=" + id + "@x.com");
            proxies.add("sip:" + own);
        }
        dice.put(row, "proxyAddresses", proxies.isEmpty() && dice.percent(50) ? null : proxies);
        dice.put(row, "userType", isGuest ? dice.of(List.of("Guest", "guest", "GUEST")) : memberType());
        dice.put(row, "accountEnabled", dice.percent(30) ? null : dice.percent(80));
        dice.put(row, "assignedPlans", plans());
        users.add(row);
        mailboxes.add(id);
        userAddresses.add(own);
        userAddresses.add(id + "@contoso.onmicrosoft.com");
        userAddresses.addAll(SHARED);
    }

    private @Nullable String memberType() {
        return dice.percent(50) ? "Member" : null;
    }

    private @Nullable Object plans() {
        return switch (dice.below(5)) {
            case 0 -> null;
            case 1 -> List.of(Map.of("service", "SharePoint", "capabilityStatus", "Enabled"));
            case 2 -> List.of(Map.of("service", "exchange", "capabilityStatus", "Suspended"));
            case 3 -> List.of(Map.of("service", "exchange", "capabilityStatus", "Warning"));
            default -> List.of(Map.of("service", "exchange", "capabilityStatus", "Enabled"));
        };
    }

    private void addGroup(int number, int groupCount, List<String> userIds) {
        String id = (number % 2 == 0 ? "𝔤" : "ｇ") + number;
        String address = "group" + number + "@contoso.com";
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", id);
        dice.put(row, "mail", dice.percent(80) ? dice.written(address) : null);
        List<Object> proxies = new ArrayList<>(List.of("smtp:" + address));
        if (dice.percent(30)) {
            proxies.add("SMTP:" + dice.of(SHARED));
        }
        if (dice.percent(20)) {
            proxies.add("smtp:group1@contoso.com");
        }
        row.put("proxyAddresses", proxies);
        groups.add(row);
        groupAddresses.add(address);
        for (String user : userIds) {
            if (dice.percent(35)) {
                addMember(id, user);
            }
        }
        for (int other = 1; other <= groupCount; other++) {
            if (dice.percent(25)) {
                addMember(id, (other % 2 == 0 ? "𝔤" : "ｇ") + other);
            }
        }
        if (dice.percent(20)) {
            addMember(id, "somebody-gone");
        }
    }

    private void addMember(String group, String member) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("pObjectId", group);
        row.put("id", member);
        members.add(row);
    }
}
