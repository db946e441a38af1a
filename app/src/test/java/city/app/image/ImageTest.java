package city.app.image;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ImageTest {
    /// A run that asks for containers is never green without them.
    @Test
    void whereItCannotBeBuiltTheTestFailsAndSaysWhatToDo() {
        assertThatThrownBy(() -> Image.requireBuilt(3, "image.sh: needs 'apt-get'"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("on Debian or Ubuntu")
                .hasMessageContaining("leave --containers out")
                .hasMessageContaining("image.sh: needs 'apt-get'");
        assertThatCode(() -> Image.requireBuilt(0, "")).doesNotThrowAnyException();
    }
}
