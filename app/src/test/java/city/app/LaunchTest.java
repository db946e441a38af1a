package city.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LaunchTest {
    private static final int CLASS_FILE_OF_JAVA_8 = 52;

    @Test
    void anOldJavaCanReadTheEntryClass() throws IOException {
        try (var classFile = new DataInputStream(Launch.class.getResourceAsStream("Launch.class"))) {
            classFile.skipNBytes(6);

            assertThat(classFile.readUnsignedShort()).isEqualTo(CLASS_FILE_OF_JAVA_8);
        }
    }

    @Test
    void everyJavaSaysWhichItIs() {
        assertThat(Launch.majorVersion("1.8")).isEqualTo(8);
        assertThat(Launch.majorVersion("17")).isEqualTo(17);
        assertThat(Launch.majorVersion("25")).isEqualTo(25);
    }
}
