package io.chatkeeper.sop;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SensitiveDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Card 4111 1111 1111 1111 exp 09/27 | Card •••• 1111 exp 09/27",
                "4111-1111-1111-1111 | •••• 1111",
                "it is 4111111111111111. | it is •••• 1111.",
                "Amex 3782 822463 10005 please | Amex •••• 0005 please",
                "378282246310005 | •••• 0005",
                "4111 1111 1111 1111 09 27 123 | •••• 1111 09 27 123",
                "4111.1111.1111.1111 | •••• 1111",
                "4111–1111–1111–1111 | •••• 1111",
                "old 4111 1111 1111 1111, new 5555 5555 5555 4444 | old •••• 1111, new •••• 4444",
                "4111 1111 1111 1111 5555 5555 5555 4444 | •••• 1111 •••• 4444",
                "my ssn is 123-45-6789 | my ssn is ••••",
                "Verified with SSN 123-45-6789 and | Verified with SSN •••• and",
                "123-45-6789 | ••••",
                "Social Security number: 123456789, | Social Security number: ••••,",
                "social 123 45 6789 | social ••••",
                "123456789 is my SSN | •••• is my SSN",
                "my password is Sunshine7 | my password is ••••",
                "my password is sunshine | my password is ••••",
                "my password is sunshine! | my password is ••••!",
                "pw: hunter2 | pw: ••••",
                "pwd=hunter2, thanks | pwd=••••, thanks",
                "Set temporary password: Maple!2291 and she is in | Set temporary password: "
                        + "•••• and she is in",
                "temporary password Maple!2291 set | temporary password •••• set",
                "password was changed to tree-House9. | password was changed to ••••.",
                "the password for the portal is 'Xyz12345' | the password for the portal is '••••'",
                "Password is 12345678 | Password is ••••",
                "Maple!2291 is my new password | •••• is my new password"
            })
    void a_secret_is_hidden(String text, String masked) {
        assertThat(SensitiveData.mask(text)).isEqualTo(masked);
        assertThat(SensitiveData.found(text)).isTrue();
        assertThat(SensitiveData.found(masked)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Visa ending 4421 was charged twice, ref 88210-C",
                "Tracking 9400 1118 9922 3344 5566 77 shows delivered",
                "Tracking number 4111 1111 1111 1111 is late",
                "IMEI: 490154203237518",
                "order no. 4111111111111111",
                "4111 1111 1111 1112 has a wrong check digit",
                "0000 0000 0000 0000",
                "call 555-123-4567 or +1 (555) 010-9999",
                "part 123-45-6789 is out of stock",
                "phone 123-456-7890",
                "SSN ending 6789 confirmed",
                "nine digits 123456789 of an account",
                "Sent password reset link to email on file; she confirmed access.",
                "PIN reset requested; reset link sent",
                "my password is not working",
                "my password is expired",
                "the password is wrong!",
                "password: reset link sent to customer",
                "the password was changed 3 days ago",
                "password is 8 characters long",
                "A password must have 12 characters",
                "password is case-sensitive.",
                "Reset the password for jane@example.com",
                "The password is being reset by IT",
                "forgot password, 2FA enabled",
                "new password emailed at 10:30",
                "2026-11-22 12:30 to 2026-11-23 14:45",
                ""
            })
    void what_is_no_secret_stays(String text) {
        assertThat(SensitiveData.mask(text)).isEqualTo(text);
        assertThat(SensitiveData.found(text)).isFalse();
    }

    @Test
    void masking_twice_is_masking_once() {
        String text = "card 4111 1111 1111 1111, ssn 123-45-6789, password: Maple!2291";
        String once = SensitiveData.mask(text);
        assertThat(once).isEqualTo("card •••• 1111, ssn ••••, password: ••••");
        assertThat(SensitiveData.mask(once)).isEqualTo(once);
    }

    @Test
    void a_long_row_of_digits_is_read_in_reasonable_time() {
        String row = "1234 ".repeat(4_000);
        assertThat(SensitiveData.mask(row)).isEqualTo(row);
    }
}
