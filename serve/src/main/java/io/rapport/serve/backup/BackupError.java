package io.rapport.serve.backup;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;

/** What goes wrong with backups. */
public enum BackupError implements ErrorCode {
    /** Where a backup can't go: not empty, in the home, or in another backup's hands. */
    BACKUP_TARGET(Kind.USER, false),
    /** A password that is too short, or a file of it that can't be read. */
    BACKUP_PASSWORD(Kind.USER, false),
    /** The disk has no room for it. */
    BACKUP_SPACE(Kind.RESOURCES, true),
    /** A file can't be read or written. */
    BACKUP_FILES(Kind.RESOURCES, true),
    /** Files of the home are not as they landed. */
    BACKUP_SOURCE_DAMAGED(Kind.USER, false),
    /** Files went again and again while they were copied. */
    BACKUP_UNSTEADY(Kind.RESOURCES, true),
    /** A backup that can't be restored here. */
    RESTORE_REFUSED(Kind.USER, false),
    /** Of a job: it was open when the backup was taken. */
    JOB_LOST(Kind.RESOURCES, true);

    private final Kind kind;
    private final boolean retryable;

    BackupError(Kind kind, boolean retryable) {
        this.kind = kind;
        this.retryable = retryable;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public boolean retryable() {
        return retryable;
    }
}
