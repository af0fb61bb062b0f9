package io.rapport.model.extract;

import static io.rapport.model.extract.UserProperty.ACCOUNT_ENABLED;
import static io.rapport.model.extract.UserProperty.DEPARTMENT;
import static io.rapport.model.extract.UserProperty.MAIL;
import static io.rapport.model.extract.UserProperty.USER_TYPE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rapport.model.extract.UserFilter.And;
import io.rapport.model.extract.UserFilter.BeginsWith;
import io.rapport.model.extract.UserFilter.FlagIs;
import io.rapport.model.extract.UserFilter.Not;
import io.rapport.model.extract.UserFilter.Or;
import io.rapport.model.extract.UserFilter.TextIs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UserFilterParserTest {

    private static final UserFilter SALES = new TextIs(DEPARTMENT, "Sales", true);
    private static final UserFilter GUEST = new TextIs(USER_TYPE, "Guest", true);
    private static final UserFilter ENABLED = new FlagIs(ACCOUNT_ENABLED, true, true);

    @Test
    void and_binds_more_than_or_and_not_more_than_both() {
        assertThat(UserFilterParser.parse(
                        "not department eq 'Sales' and accountEnabled eq true or userType eq 'Guest'"))
                .isEqualTo(new Or(new And(new Not(SALES), ENABLED), GUEST));
    }

    @Test
    void brackets_come_first() {
        assertThat(UserFilterParser.parse("department eq 'Sales' and (accountEnabled eq true or userType eq 'Guest')"))
                .isEqualTo(new And(SALES, new Or(ENABLED, GUEST)));
    }

    @Test
    void equal_operators_join_from_the_left() {
        assertThat(UserFilterParser.parse("department eq 'Sales' or userType eq 'Guest' or accountEnabled eq true"))
                .isEqualTo(new Or(new Or(SALES, GUEST), ENABLED));
    }

    @Test
    void words_take_any_case_and_any_blanks() {
        assertThat(UserFilterParser.parse(" NOT( StartsWith (MAIL,'a') )\tAnd AccountEnabled NE False"))
                .isEqualTo(new And(new Not(new BeginsWith(MAIL, "a")), new FlagIs(ACCOUNT_ENABLED, false, false)));
    }

    @Test
    void a_doubled_quote_is_one_within_a_text() {
        assertThat(UserFilterParser.parse("department ne 'R''n'' D (and) '''"))
                .isEqualTo(new TextIs(DEPARTMENT, "R'n' D (and) '", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "\"\" | 1 | the name of a property is missing",
                "department | 11 | eq or ne is missing",
                "department gt 'a' | 12 | eq or ne is missing",
                "department eq Sales | 15 | department is text: a text in single quotes is missing",
                "department eq 'Sales | 15 | this text has no closing quote",
                "accountEnabled eq 'true' | 19 | accountEnabled is true or false, without quotes",
                "departmnt eq 'a' | 1 | Did you mean department?",
                "mail eq 'a' mail eq 'b' | 13 | here the filter should end",
                "(mail eq 'a' | 13 | a closing bracket is missing",
                "mail eq 'a') | 12 | here the filter should end",
                "mail eq 'a' and | 16 | the name of a property is missing",
                "startswith mail | 12 | startswith takes (property, 'text')",
                "startswith(accountEnabled,'t') | 12 | is true or false and begins with no text",
                "startswith(mail 'a') | 17 | a comma is missing",
                "mail eq 'a' && mail eq 'b' | 13 | this character has no meaning here",
                "displayName eq 'a' | 1 | Properties: accountEnabled, department, jobTitle, usageLocation, userType, mail"
            })
    void what_is_not_in_the_grammar_is_refused_with_its_position(String filter, int position, String what) {
        assertThatThrownBy(() -> UserFilterParser.parse(filter))
                .isInstanceOfSatisfying(
                        UserFilterParser.Mistake.class,
                        mistake -> assertThat(mistake.text())
                                .startsWith("character " + position + ": ")
                                .contains(what));
    }

    @Test
    void neither_length_nor_depth_is_without_bound() {
        assertThatThrownBy(() -> UserFilterParser.parse("(".repeat(100) + "mail eq 'a'" + ")".repeat(100)))
                .hasMessageContaining("more than 50 brackets");
        assertThatThrownBy(() -> UserFilterParser.parse("mail eq '" + "a".repeat(4_000) + "'"))
                .hasMessageContaining("at most 4000 characters");
    }
}
