package io.rapport.connect.dataconnect;

/**
 * What an import did. {@code read} is {@code added + replaced + unchanged + superseded + former + rejected}.
 *
 * @param files files found
 * @param filesKnown of these, skipped because the same bytes were imported before, or stand twice in this import
 * @param read rows in the other files; summary rows of the export are none
 * @param added rows whose key was new
 * @param replaced rows whose key was there with other values
 * @param unchanged rows that were there already
 * @param superseded rows that a later row of this import replaced
 * @param rejected rows that can't be read; the reject log has their places and reasons
 * @param former rows of months that are no longer kept, which do not land
 */
public record ImportSummary(
        int files,
        int filesKnown,
        long read,
        long added,
        long replaced,
        long unchanged,
        long superseded,
        long rejected,
        long former) {

    /** Without rows of former months. */
    public ImportSummary(
            int files,
            int filesKnown,
            long read,
            long added,
            long replaced,
            long unchanged,
            long superseded,
            long rejected) {
        this(files, filesKnown, read, added, replaced, unchanged, superseded, rejected, 0);
    }
}
