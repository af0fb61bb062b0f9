package io.rapport.model.extract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A property of the directory's users that a filter may name. */
public enum UserProperty {
    ACCOUNT_ENABLED("accountEnabled", true),
    DEPARTMENT("department", false),
    JOB_TITLE("jobTitle", false),
    USAGE_LOCATION("usageLocation", false),
    USER_TYPE("userType", false),
    MAIL("mail", false);

    private final String column;
    private final boolean isFlag;

    UserProperty(String column, boolean isFlag) {
        this.column = column;
        this.isFlag = isFlag;
    }

    /** Its name, which is that of the column in {@code User_v1}. */
    public String column() {
        return column;
    }

    /** Whether it is true or false; the others are text. */
    public boolean isFlag() {
        return isFlag;
    }

    /** By its name; case counts no more than in Graph. */
    static Optional<UserProperty> find(String name) {
        return Arrays.stream(values())
                .filter(property -> property.column.equalsIgnoreCase(name))
                .findFirst();
    }

    static List<String> names() {
        return Arrays.stream(values()).map(UserProperty::column).toList();
    }
}
