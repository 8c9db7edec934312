package io.chatkeeper.system;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.chatkeeper.local.House;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// The story of the main job as people see it: Dana in the widget, Casey and Lee in the console,
/// both of them without a mouse once they have signed in.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedHouse.class)
class BrowserStoryIT {
    private static final int PATIENCE_MILLIS = 30_000;

    private @Nullable Browsers browsers;
    private House house;

    @BeforeAll
    void open(House shared) {
        browsers = Browsers.open();
        house = shared;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    @AfterAll
    void close() {
        if (browsers != null) {
            browsers.close();
        }
    }

    @Test
    void dana_is_helped_by_casey_and_then_by_lee() {
        Page casey = signedIn("casey");
        Page lee = signedIn("lee");
        Page dana = browsers.window(1000, 760);
        danaOpens(dana);
        caseyAnswers(casey, dana);
        caseyHandsOver(casey);
        leeAcknowledges(lee, dana);
        leeWritesANote(lee);
        danaConfirms(lee, dana);
        leeCloses(lee, dana);
    }

    private void danaOpens(Page dana) {
        dana.navigate(house.url() + "/demo/loan");
        Browsers.checkAccessibility(dana, "the demo page");
        button(dana, "Chat").click();
        dana.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).fill("Dana");
        dana.getByLabel("Message", new Page.GetByLabelOptions().setExact(true))
                .fill("Hi, any news on my application from May 10?");
        button(dana, "Start chat").click();
        assertThat(bubble(dana, "Hi, any news on my application from May 10?")).isVisible();
        Browsers.checkAccessibility(dana, "the widget");
    }

    private static void caseyAnswers(Page casey, Page dana) {
        Locator row = link(casey, "Dana");
        assertThat(row).isVisible();
        assertThat(row).containsText(Pattern.compile("\\d min"));
        Browsers.checkAccessibility(casey, "the inbox");
        casey.keyboard().press("j");
        casey.keyboard().press("Enter");
        assertThat(reply(casey)).isFocused();
        casey.keyboard().type("Hi Dana, I'm Casey. Let me look at your application.");
        casey.keyboard().press("Enter");
        assertThat(bubble(dana, "Hi Dana, I'm Casey. Let me look")).isVisible();
        dana.reload();
        assertThat(button(dana, Pattern.compile("^Chat"))).isVisible();
        if (!bubble(dana, "Hi Dana").isVisible()) {
            button(dana, Pattern.compile("^Chat")).click();
        }
        assertThat(bubble(dana, "Hi Dana, I'm Casey. Let me look")).isVisible();
        Browsers.picture(dana, "widget");
    }

    private static void caseyHandsOver(Page casey) {
        casey.keyboard().press("Escape");
        casey.keyboard().press("t");
        Locator dialog = casey.getByRole(AriaRole.DIALOG);
        Locator desk =
                dialog.getByRole(
                        AriaRole.RADIO,
                        new Locator.GetByRoleOptions().setName(Pattern.compile("loan-engineers")));
        desk.focus();
        casey.keyboard().press("Space");
        Locator context = dialog.getByLabel(Pattern.compile("What must they know"));
        context.focus();
        casey.keyboard().press("Control+Enter");
        assertThat(dialog.getByText("R42")).isVisible();
        Browsers.checkAccessibility(casey, "the transfer dialog");
        context.focus();
        casey.keyboard().type(LoanStory.CONTEXT);
        casey.keyboard().press("Control+Enter");
        assertThat(dialog).isHidden();
    }

    private static void leeAcknowledges(Page lee, Page dana) {
        Locator row = link(lee, "Dana");
        assertThat(row).isVisible();
        lee.keyboard().press("j");
        lee.keyboard().press("Enter");
        assertThat(lee.getByText("Requested clarification on documents received.").first())
                .isVisible();
        assertThat(button(lee, Pattern.compile("^Acknowledge"))).isVisible();
        Browsers.picture(lee, "console");
        Browsers.checkAccessibility(lee, "the chat with a transfer");
        button(lee, Pattern.compile("^Acknowledge")).focus();
        lee.keyboard().press("a");
        assertThat(reply(lee)).isEditable();
        lee.keyboard().press("r");
        assertThat(reply(lee)).isFocused();
        lee.keyboard().type("Hello Dana, I'm Lee. Your documents are being reviewed.");
        lee.keyboard().press("Enter");
        assertThat(bubble(dana, "Hello Dana, I'm Lee. Your documents")).isVisible();
        lee.keyboard().press("Escape");
    }

    private static void leeWritesANote(Page lee) {
        Locator oneText = lee.getByLabel("Write as one text");
        oneText.focus();
        if (!oneText.isChecked()) {
            lee.keyboard().press("Space");
        }
        Locator note = lee.getByRole(AriaRole.TEXTBOX, named("Note"));
        note.focus();
        lee.keyboard().type("Done");
        lee.keyboard().press("Control+Enter");
        assertThat(lee.getByText("R63")).isVisible();
        Browsers.checkAccessibility(lee, "the refused note");
        note.focus();
        lee.keyboard().press("Control+a");
        lee.keyboard().type(LoanStory.NOTE);
        lee.keyboard().press("Control+Enter");
        assertThat(lee.locator(".note-text").getByText("Documents under review")).isVisible();
        lee.keyboard().press("Escape");
    }

    private static void danaConfirms(Page lee, Page dana) {
        lee.keyboard().press("f");
        Locator finish = lee.getByRole(AriaRole.DIALOG);
        press(lee, finish, "Propose resolution");
        button(dana, "Yes").click();
        dana.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName(Pattern.compile("5")))
                .check(new Locator.CheckOptions().setForce(true));
        button(dana, "Send rating").click();
    }

    private static void leeCloses(Page lee, Page dana) {
        Locator finish = lee.getByRole(AriaRole.DIALOG);
        if (!finish.isVisible()) {
            lee.keyboard().press("f");
        }
        Locator summary = finish.getByRole(AriaRole.TEXTBOX).first();
        summary.focus();
        lee.keyboard().type("Told Dana that her documents are in review.");
        press(lee, finish, "Resolve");
        press(lee, finish, "Close chat");
        assertThat(link(lee, "Dana")).hasCount(0);
        assertThat(
                        dana.getByText(Pattern.compile("ended|closed", Pattern.CASE_INSENSITIVE))
                                .first())
                .isVisible();
    }

    private Page signedIn(String user) {
        Page page = browsers.window(1360, 860);
        page.navigate(house.url() + "/console/");
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password").fill("demo");
        page.keyboard().press("Enter");
        Locator status = button(page, Pattern.compile("^(Offline|Available|Away|Busy)"));
        assertThat(status).isVisible();
        status.click();
        page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Available")).click();
        assertThat(button(page, Pattern.compile("^Available"))).isVisible();
        page.keyboard().press("Escape");
        return page;
    }

    private static void press(Page page, Locator within, String name) {
        Locator button =
                within.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
        assertThat(button).isEnabled();
        button.focus();
        page.keyboard().press("Enter");
    }

    private static Locator reply(Page page) {
        return page.getByRole(
                AriaRole.TEXTBOX,
                new Page.GetByRoleOptions().setName(Pattern.compile("^Reply to Dana")));
    }

    private static Locator bubble(Page page, String text) {
        return page.locator(".bubble").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(
                AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator button(Page page, Pattern name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
