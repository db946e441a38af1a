package city.adapter.qdrant;

import static city.adapter.qdrant.Fixtures.CLOCK;
import static city.adapter.qdrant.Fixtures.settings;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.adapter.qdrant.server.StandIn;
import city.memory.spi.MemoryIndex.Unavailable;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The scheme of the address says whether the wire is encrypted, and who is at its other end is looked at.
class TlsTest {
    private static final String PASSWORD = "changeit";
    private static final String TRUST_STORE = "javax.net.ssl.trustStore";
    private static final String TRUST_STORE_PASSWORD = "javax.net.ssl.trustStorePassword";

    @TempDir
    Path folder;

    private StandIn server;

    @BeforeEach
    void start() throws Exception {
        makeCertificate();
        server = StandIn.start(new StandIn.Tls(pem("CERTIFICATE"), pem("PRIVATE KEY")));
    }

    @AfterEach
    void stop() {
        System.clearProperty(TRUST_STORE);
        System.clearProperty(TRUST_STORE_PASSWORD);
        server.close();
    }

    @Test
    void aServerThatTheMachineTrustsIsTalkedToInSecret() {
        System.setProperty(TRUST_STORE, store().toString());
        System.setProperty(TRUST_STORE_PASSWORD, PASSWORD);

        try (var index = QdrantIndex.connect(settings(server, 2), CLOCK)) {
            assertThat(index.size()).isZero();
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsRefused() {
        assertThatThrownBy(() -> QdrantIndex.connect(settings(server, 2), CLOCK))
                .isInstanceOf(Unavailable.class)
                .hasMessageContaining("UNAVAILABLE");
        assertThat(server.mischief().calls()).isEmpty();
    }

    @Test
    void withoutTheSchemeNothingIsSaidToIt() {
        var plain = URI.create("http://127.0.0.1:" + server.url().getPort());

        assertThatThrownBy(() -> QdrantIndex.connect(
                        new QdrantSettings(plain, ApiKey.none(), "test", 2, Duration.ofSeconds(5)), CLOCK))
                .isInstanceOf(Unavailable.class);
        assertThat(server.mischief().calls()).isEmpty();
    }

    private Path store() {
        return folder.resolve("store.p12");
    }

    private void makeCertificate() throws IOException, InterruptedException {
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=stand-in",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store().toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        var words = new String(made.getInputStream().readAllBytes(), US_ASCII);
        assertThat(made.waitFor()).as(words).isZero();
    }

    private File pem(String what) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance(store().toFile(), PASSWORD.toCharArray());
        var bytes = what.equals("CERTIFICATE")
                ? keys.getCertificate("server").getEncoded()
                : keys.getKey("server", PASSWORD.toCharArray()).getEncoded();
        var text = Base64.getMimeEncoder(64, "\n".getBytes(US_ASCII)).encodeToString(bytes);
        var file = folder.resolve(what.replace(' ', '-') + ".pem");
        Files.writeString(file, "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, text));
        return file.toFile();
    }
}
