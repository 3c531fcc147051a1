using Microsoft.Playwright;

namespace Hypermax.Tests;

/// <summary>One Chromium for all tests of a class, or the reason why there is none.</summary>
public abstract class Chromium : IAsyncLifetime
{
    /// <summary>The environment variable that names the browser's executable.</summary>
    private const string Variable = "HYPERMAX_CHROMIUM";

    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Gets why no browser test can run here, or null when they can.</summary>
    public static string? Missing { get; } = FindExecutable() is null
        ? $"No Chromium: neither {Variable} nor {string.Join(", ", Places)} is there. Install the package 'chromium'."
        : null;

    /// <summary>Gets the browser; only where none is <see cref="Missing"/>.</summary>
    protected IBrowser Started => _browser!;

    public async Task InitializeAsync()
    {
        if (Missing is null)
        {
            _playwright = await Playwright.CreateAsync();
            _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = FindExecutable(), Args = ["--no-sandbox"] });
        }
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    private static string? FindExecutable() =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given ? given : Array.Find(Places, File.Exists);
}
