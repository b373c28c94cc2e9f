package app.fragments.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EmojiHtmlTest {
  private final EmojiPictures pictures = new EmojiPictures(true);

  @Test
  void a_page_without_emoji_stays_as_it_is() {
    assertThat(EmojiHtml.of("<p>plain</p>", pictures)).isEqualTo(new EmojiHtml("<p>plain</p>", ""));
    assertThat(EmojiHtml.of("<p>😀</p>", new EmojiPictures(false)).body()).isEqualTo("<p>😀</p>");
  }

  @Test
  void emoji_in_the_text_get_a_picture_and_those_in_attributes_stay() {
    EmojiHtml page = EmojiHtml.of("<a href=\"#\" title=\"😀\">Go 😀😀 👨‍👩‍👧</a>", pictures);
    String face = "<span class=\"emoji e1f600\">😀</span>";
    assertThat(page.body())
        .isEqualTo(
            "<a href=\"#\" title=\"😀\">Go "
                + face
                + face
                + " <span class=\"emoji e1f468-200d-1f469-200d-1f467\">👨‍👩‍👧</span></a>");
    assertThat(page.style())
        .containsOnlyOnce(".e1f600{background-image:url(data:image/png;base64,iVBOR")
        .contains(".e1f468-200d-1f469-200d-1f467{");
  }
}
