package city.app.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.agents.spi.Speakers;
import city.agents.spi.Speakers.Standing;
import city.app.Failure;
import city.world.ResidentId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFileTest {
    private static final ResidentId ANN = new ResidentId(new UUID(1, 1));
    private static final ResidentId BOB = new ResidentId(new UUID(1, 2));

    @TempDir
    private Path folder;

    /// As a city has it open, while tokens are issued by another process.
    private TokenFile city;

    private TokenFile operator;

    @BeforeEach
    void open() {
        city = TokenFile.of(folder, false);
        operator = TokenFile.of(folder, false);
    }

    @Test
    void withoutTokensAnybodySpeaksForAnybody() {
        assertThat(city.standing(ANN, Speakers.NO_TOKEN)).isEqualTo(Standing.ANYBODY);
        assertThat(city.standing(ANN, "city_guess")).isEqualTo(Standing.ANYBODY);
    }

    @Test
    void whoeverHasATokenIsSpokenForWithItOnly() {
        var token = operator.issue(ANN);

        assertThat(city.standing(ANN, token)).isEqualTo(Standing.OWNER);
        assertThat(city.standing(ANN, Speakers.NO_TOKEN)).isEqualTo(Standing.UNKNOWN);
        assertThat(city.standing(ANN, token + "x")).isEqualTo(Standing.UNKNOWN);
        assertThat(city.standing(BOB, Speakers.NO_TOKEN)).isEqualTo(Standing.ANYBODY);
    }

    @Test
    void aTokenIsOneResidentsOnly() {
        var anns = operator.issue(ANN);
        operator.issue(BOB);

        assertThat(city.standing(BOB, anns)).isEqualTo(Standing.STRANGER);
    }

    @Test
    void aNewTokenEndsTheLast() {
        var first = operator.issue(ANN);
        assertThat(city.standing(ANN, first)).isEqualTo(Standing.OWNER);

        var second = operator.issue(ANN);

        assertThat(second).isNotEqualTo(first);
        assertThat(city.standing(ANN, first)).isEqualTo(Standing.UNKNOWN);
        assertThat(city.standing(ANN, second)).isEqualTo(Standing.OWNER);
    }

    @Test
    void aRevokedTokenOpensNothingUntilItIsSaid() {
        var token = operator.issue(ANN);
        operator.revoke(ANN);

        assertThat(city.standing(ANN, token)).isEqualTo(Standing.UNKNOWN);
        assertThat(city.standing(ANN, Speakers.NO_TOKEN)).isEqualTo(Standing.UNKNOWN);
        assertThat(city.standing(ANN, "-")).isEqualTo(Standing.UNKNOWN);

        operator.open(ANN);
        assertThat(city.standing(ANN, Speakers.NO_TOKEN)).isEqualTo(Standing.ANYBODY);
    }

    @Test
    void whoHasNoneHasNoneToLose() {
        assertThatThrownBy(() -> operator.revoke(ANN))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("no token was issued for the resident " + ANN.value());
        assertThatThrownBy(() -> operator.open(ANN)).isInstanceOf(Failure.class);
    }

    @Test
    void whereTokensAreDemandedNobodyComesWithout() {
        var strict = TokenFile.of(folder, true);
        var token = operator.issue(ANN);

        assertThat(strict.standing(BOB, Speakers.NO_TOKEN)).isEqualTo(Standing.UNKNOWN);
        assertThat(strict.standing(BOB, token)).isEqualTo(Standing.STRANGER);
        assertThat(strict.standing(ANN, token)).isEqualTo(Standing.OWNER);
    }

    @Test
    void theFileIsItsOwnersAndHoldsNoToken() throws Exception {
        var token = operator.issue(ANN);

        var file = folder.resolve("tokens");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).startsWith(ANN.value().toString()).doesNotContain(token.substring(5));
    }

    @Test
    void aFileThatBecomesUnreadableOpensNothing() throws Exception {
        var token = operator.issue(ANN);
        assertThat(city.standing(ANN, token)).isEqualTo(Standing.OWNER);

        Files.writeString(folder.resolve("tokens"), "rubbish\n");

        assertThat(city.standing(ANN, token)).isEqualTo(Standing.OWNER);
        assertThat(city.standing(ANN, Speakers.NO_TOKEN)).isEqualTo(Standing.UNKNOWN);
        assertThatThrownBy(() -> TokenFile.of(folder, false))
                .isInstanceOf(Failure.class)
                .hasMessageContaining("line 1");
    }
}
