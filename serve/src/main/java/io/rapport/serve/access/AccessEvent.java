package io.rapport.serve.access;

/**
 * What is to be written down.
 *
 * @param personId who, by the id that the sign-in provider knows; empty for nobody who signed in
 * @param personName as people know them
 * @param role in which role; empty for none
 * @param action what was done
 * @param subject the page or thing
 * @param detail which one; empty where there is one only
 * @param address from where
 * @param isAllowed whether it was let through
 */
public record AccessEvent(
        String personId,
        String personName,
        String role,
        AccessAction action,
        String subject,
        String detail,
        String address,
        boolean isAllowed) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_DETAIL = 400;
    private static final int LONGEST_ADDRESS = 60;

    public AccessEvent {
        personId = cut(personId, LONGEST_NAME);
        personName = cut(personName, LONGEST_NAME);
        subject = cut(subject, LONGEST_NAME);
        detail = cut(detail, LONGEST_DETAIL);
        address = cut(address, LONGEST_ADDRESS);
    }

    private static String cut(String text, int longest) {
        String plain = text.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= longest ? plain : plain.substring(0, longest);
    }
}
