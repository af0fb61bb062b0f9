package io.rapport.serve.approval;

/**
 * One thing that an extraction lacks of an approval.
 *
 * @param field what it is about, as the API calls it: {@code columns}, {@code groups}, …
 * @param text a sentence: what is not approved, and what is
 */
public record Lack(ApprovalError code, String field, String text) {}
