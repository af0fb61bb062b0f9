package io.rapport.core.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            mira@contoso.com,mira@contoso.com
            'Mira+News@Contoso.COM',mira+news@contoso.com
            '  mira@contoso.com\t',mira@contoso.com
            'SMTP:Mira@contoso.com',mira@contoso.com
            'MailTo: mira@contoso.com ',mira@contoso.com
            'smtp:mailto:smtp:mira@contoso.com',mira@contoso.com
            'SIP:I@CONTOSO.COM',sip:i@contoso.com
            'İ@contoso.com',i̇@contoso.com
            'ΟΔΥΣΣΕΥΣ@contoso.com',οδυσσευς@contoso.com
            'a@b',a@b
            'smtp@contoso.com',smtp@contoso.com
            """)
    void brings_an_address_into_its_normal_form(String text, String normalForm) {
        assertThat(Address.normalForm(text)).isEqualTo(normalForm);
        assertThat(Address.normalForm(normalForm)).isEqualTo(normalForm);
        assertThat(Address.find(text)).contains(new Address(normalForm));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "@",
                "mira",
                "@contoso.com",
                "mira@",
                "mira@ ",
                " @contoso.com",
                "a@b@c",
                "a@@b",
                "smtp:",
                "smtp:@contoso.com",
                "mailto: ",
                "/o=ExchangeLabs/ou=Group/cn=Recipients/cn=mira"
            })
    void what_has_not_one_at_with_something_on_both_sides_is_none(String text) {
        assertThat(Address.normalForm(text)).isNull();
        assertThat(Address.find(text)).isEmpty();
    }

    @Test
    void its_domain_stands_behind_the_at() {
        assertThat(new Address("mira@mail.contoso.com").domain()).isEqualTo("mail.contoso.com");
    }

    @Test
    void cannot_be_made_from_another_form_and_does_not_quote_it() {
        assertThatThrownBy(() -> new Address("Mira@contoso.com"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not an address in its normal form");
    }

    @ParameterizedTest
    @CsvSource(nullValues = "none", textBlock = """
            SMTP:Mira@Contoso.com, SMTP:mira@contoso.com, mira@contoso.com
            smtp:Mira@Contoso.com, smtp:mira@contoso.com, mira@contoso.com
            sMtP: m@Contoso.com,   sMtP:m@contoso.com,    m@contoso.com
            Mira@Contoso.com,      mira@contoso.com,      mira@contoso.com
            X500:/o=x/cn=m@c.com,  none,                  none
            SIP:mira@contoso.com,  none,                  none
            SPO:SPO_1@SPO_2,       none,                  none
            smtp:,                 none,                  none
            smtp:mira,             none,                  none
            none,                  none,                  none
            """)
    void a_proxy_address_keeps_its_prefix_and_counts_only_for_mail(String entry, String normalForm, String address) {
        assertThat(ProxyAddress.normalForm(entry)).isEqualTo(normalForm);
        if (normalForm != null) {
            assertThat(ProxyAddress.address(normalForm)).isEqualTo(address);
            assertThat(ProxyAddress.normalForm(normalForm)).isEqualTo(normalForm);
        }
    }
}
