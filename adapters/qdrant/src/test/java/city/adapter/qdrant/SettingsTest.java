package city.adapter.qdrant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void theSchemeSaysWhetherItIsEncryptedAndThePortIsThatOfGrpc() {
        assertThat(at("http://host").isEncrypted()).isFalse();
        assertThat(at("https://host/").isEncrypted()).isTrue();
        assertThat(at("http://host").port()).isEqualTo(6334);
        assertThat(at("http://[::1]:7000").port()).isEqualTo(7000);
    }

    @Test
    void whatIsWrongIsRefusedByItsName() {
        assertRefused(() -> at("host:6334"), "url must be like http://host:6334");
        assertRefused(() -> at("ftp://host"), "url must be like");
        assertRefused(() -> at("http://host/path"), "url must be like");
        assertRefused(() -> settings("", 2, SECOND), "space must have 1 to 64 bytes: 0");
        assertRefused(() -> settings("ü".repeat(33), 2, SECOND), "space must have 1 to 64 bytes: 66");
        assertRefused(() -> settings("test", 0, SECOND), "dimension must be 1 to 4096: 0");
        assertRefused(() -> settings("test", 4097, SECOND), "dimension must be 1 to 4096: 4097");
        assertRefused(() -> settings("test", 2, Duration.ZERO), "timeout must be positive");
    }

    private static void assertRefused(ThrowingCallable making, String words) {
        assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessageContaining(words);
    }

    private static QdrantSettings at(String url) {
        return new QdrantSettings(URI.create(url), ApiKey.none(), "test", 2, SECOND);
    }

    private static QdrantSettings settings(String space, int dimension, Duration timeout) {
        return new QdrantSettings(URI.create("http://host"), ApiKey.none(), space, dimension, timeout);
    }
}
