using Microsoft.Playwright;

namespace Hypermax.Dashboard.Tests.Browsing;

/// <summary>Pictures of pages, kept where HYPERMAX_SCREENSHOTS names a folder.</summary>
internal static class Pictures
{
    public static async Task KeepAsync(WatchedPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("HYPERMAX_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + ".png"), FullPage = true });
            await page.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, name + "-window.png") });
        }
    }
}
