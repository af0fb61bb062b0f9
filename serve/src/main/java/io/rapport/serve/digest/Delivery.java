package io.rapport.serve.digest;

/**
 * A letter or a call that is owed for a digest.
 *
 * @param id the same with every try
 * @param run of the digest
 * @param personId empty for the webhook
 * @param isBrokenOff whether a process died in the middle of the last try
 * @param tries how often it was tried
 */
record Delivery(String id, String run, String output, Way way, String personId, boolean isBrokenOff, int tries) {

    /** How a digest goes out. */
    enum Way {
        MAIL,
        WEBHOOK
    }
}
