package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureTest {
  private static final byte[] GIF = {'G', 'I', 'F', '8', '9', 'a'};
  private static final PictureId ID = PictureId.of(GIF);

  @TempDir Path folder;

  @Test
  void its_id_is_the_sha_256_of_the_file() {
    assertThat(PictureId.of(new byte[0]).value())
        .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  }

  @Test
  void a_picture_is_read_from_a_file() throws IOException, Picture.RefusedException {
    Picture picture = Picture.read(Files.write(folder.resolve("My cat.v2.gif"), GIF));

    assertThat(picture.name()).isEqualTo("My cat.v2");
    assertThat(picture.format()).isEqualTo(Picture.Format.GIF);
    assertThat(picture.id()).isEqualTo(ID);
    assertThat(picture.file()).isEqualTo(GIF);
  }

  @Test
  void other_formats_and_larger_files_are_refused() throws IOException {
    assertThat(refused("<svg></svg>".getBytes(StandardCharsets.UTF_8)).isTooLarge()).isFalse();
    assertThat(refused(new byte[0]).isTooLarge()).isFalse();
    byte[] large = new byte[Picture.MAX_BYTES + 1];
    System.arraycopy(GIF, 0, large, 0, GIF.length);
    assertThat(refused(large).isTooLarge()).isTrue();
  }

  private Picture.RefusedException refused(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("file"), bytes);
    return catchThrowableOfType(Picture.RefusedException.class, () -> Picture.read(file));
  }

  @Test
  void a_text_refers_to_it() {
    String text = "a " + ID.markdown(" my [cat]\n*now* ") + " b";

    assertThat(text).isEqualTo("a ![my cat now](picture:" + ID.value() + ") b");
    assertThat(PictureId.in(text)).containsExactly(ID);
    assertThat(PictureId.in("<img src=\"picture:" + ID.value() + "\">")).containsExactly(ID);
    assertThat(PictureId.in("a picture: none, picture:123")).isEmpty();
    assertThat(PictureId.ofAddress("picture:" + ID.value())).contains(ID);
    assertThat(PictureId.ofAddress("https://a.example/picture:" + ID.value())).isEmpty();
  }

  @Test
  void a_reader_without_pictures_gets_their_descriptions() {
    assertThat(PictureId.described("a " + ID.markdown("cat") + ID.markdown("") + " b"))
        .isEqualTo("a cat b");
    assertThat(PictureId.described("![x](data:image/png;base64,iVBORw0KGgo=)")).isEqualTo("x");
    String others = "![x](https://a.example/x.png) [y](picture:1)";
    assertThat(PictureId.described(others)).isEqualTo(others);
  }
}
