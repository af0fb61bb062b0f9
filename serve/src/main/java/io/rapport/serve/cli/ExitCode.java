package io.rapport.serve.cli;

import io.rapport.core.error.ErrorCode;
import io.rapport.core.error.Kind;
import io.rapport.lake.LakeError;
import io.rapport.model.extract.ExtractError;
import io.rapport.model.report.ReportError;
import io.rapport.serve.api.client.RemoteCode;
import io.rapport.serve.api.key.ApiKeyError;
import io.rapport.serve.api.operation.ApiError;
import io.rapport.serve.approval.ApprovalError;
import io.rapport.serve.backup.BackupError;
import io.rapport.serve.connection.ConnectionError;
import io.rapport.serve.demo.DemoError;
import io.rapport.serve.erasure.PersonErasureError;
import io.rapport.serve.export.ExportError;
import io.rapport.serve.home.HomeError;
import io.rapport.serve.profile.ProfileError;
import io.rapport.serve.server.ServerError;
import io.rapport.serve.upkeep.UpkeepError;
import java.util.Set;

/** The process's exit code, chosen here and nowhere else. */
enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USE(2),
    BAD_DATA(3),
    /** What may not be done: by this key, or without consent or approval. */
    REFUSED(4),
    INTERRUPTED(130);

    /** What was typed names something that doesn't exist, can't be had, or can't mean anything. */
    private static final Set<ErrorCode> WRONG_WORDS = Set.of(
            CliError.UNKNOWN_COMMAND,
            CliError.UNKNOWN_OPTION,
            CliError.WRONG_ARGUMENT,
            CliError.PORT_TAKEN,
            ServerError.SERVER_PORT_TAKEN,
            ServerError.SERVER_SETTING,
            CliError.UNKNOWN_DATASET,
            CliError.ENGINE_MISSING,
            BackupError.BACKUP_TARGET,
            BackupError.BACKUP_PASSWORD,
            ApiKeyError.API_KEY_INVALID,
            ApiKeyError.API_KEY_UNKNOWN,
            PersonErasureError.PERSON_WORDS,
            PersonErasureError.PERSON_NOT_CONFIRMED,
            ConnectionError.CONNECTION_NAME,
            ConnectionError.CONNECTION_EXISTS,
            ConnectionError.CONNECTION_UNKNOWN,
            ConnectionError.FOLDER_IS_HOME,
            ExportError.EXPORT_FOLDER,
            ExportError.EXPORT_INVALID,
            ExportError.EXPORT_UNKNOWN,
            ExtractError.EXTRACT_REQUEST,
            ExtractError.EXTRACT_SCOPE,
            ExtractError.EXTRACT_REGION,
            ExtractError.EXTRACT_TARGET,
            DemoError.HOME_NOT_DEMO,
            DemoError.OTHER_COMPANY,
            HomeError.BAD_MEMORY,
            ReportError.REPORT_RANGE,
            ProfileError.PROFILE_EXISTS,
            ProfileError.PROFILE_MAPPING,
            ProfileError.PROFILE_NAME,
            ProfileError.PROFILE_UNKNOWN,
            UpkeepError.RETENTION_SETTING,
            LakeError.BAD_STATE_URL,
            LakeError.QUERY_REFUSED);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    /** Other mistakes of people are bad data: a missing file, an unreadable one, a spec with mistakes. */
    static ExitCode of(ErrorCode code) {
        if (code == CliError.INTERRUPTED) {
            return INTERRUPTED;
        }
        if (code instanceof RemoteCode remote) {
            return remote.isRefusal() ? REFUSED : remote.kind() == Kind.USER ? WRONG_USE : FAILED;
        }
        if (code instanceof ApiError) {
            return code.kind() == Kind.USER ? WRONG_USE : FAILED;
        }
        if (code instanceof ApprovalError approval) {
            return approval.isRefusal() ? REFUSED : WRONG_USE;
        }
        if (WRONG_WORDS.contains(code)) {
            return WRONG_USE;
        }
        if (code == LakeError.QUERY_FAILED) {
            return FAILED;
        }
        return code.kind() == Kind.USER ? BAD_DATA : FAILED;
    }
}
