using System.Net;
using System.Runtime.Versioning;
using Hypermax.Dashboard.Access;
using Hypermax.Dashboard.Serving;
using Hypermax.Dashboard.Tests.Serving;

namespace Hypermax.Dashboard.Tests.Access;

public sealed class SignInTests
{
    [Fact]
    public async Task SignIn_WrongPasswords_AreRefusedAndThenLimited()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts);
        List<HttpStatusCode> codes = [];
        foreach ((string name, string password) in new[] { ("sue", "wrong horse"), ("nobody", "correct horse"), ("sue", string.Empty), ("", "x") })
        {
            codes.Add((await server.SendAsync(HttpMethod.Post, "api/sign-in", new { name, password })).StatusCode);
        }

        for (int i = 0; i < 8; i++)
        {
            codes.Add((await server.SendAsync(HttpMethod.Post, "api/sign-in", new { name = "sue", password = $"guess {i}" })).StatusCode);
        }

        Assert.Equal(Enumerable.Repeat(HttpStatusCode.Unauthorized, 10), codes[..10]);
        Assert.Equal(HttpStatusCode.TooManyRequests, codes[^1]);
    }

    [Fact]
    public async Task SignOut_EndsTheSessionOnTheServer()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts);
        using HttpClient sue = await server.SignedInAsync("sue");
        Assert.Equal(HttpStatusCode.OK, (await sue.GetAsync("api/studies")).StatusCode);

        await server.SendAsync(HttpMethod.Post, "api/sign-out", null, sue);

        Assert.Equal(HttpStatusCode.Unauthorized, (await sue.GetAsync("api/studies")).StatusCode);
    }

    [Fact]
    public async Task Session_PastItsLength_IsOver()
    {
        MovedClock clock = new();
        await using TestServer server = new(options =>
        {
            options.Accounts = TestServer.Accounts;
            options.Clock = clock;
        });
        using HttpClient sue = await server.SignedInAsync("sue");

        clock.Ahead = TimeSpan.FromDays(6);
        HttpStatusCode within = (await sue.GetAsync("api/studies")).StatusCode;
        clock.Ahead = TimeSpan.FromDays(8);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.Unauthorized), (within, (await sue.GetAsync("api/studies")).StatusCode));
    }

    [Fact]
    public async Task Cookie_OfASession_IsHiddenFromScriptsAndOtherSites()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts);

        HttpResponseMessage answer = await server.SendAsync(HttpMethod.Post, "api/sign-in", new { name = "sue", password = "correct horse" });

        string cookie = answer.Headers.GetValues("Set-Cookie").Single(text => text.StartsWith("hypermax-session=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=strict", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("sue steer secret")]
    [InlineData("sue admin AQAAAAIAAYagAAAAE")]
    [InlineData("sue")]
    [InlineData("")]
    public void AccountFile_PlainPasswordOrNoAccount_IsRefusedWithTheRemedy(string line)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, line);

        FormatException error = Assert.Throws<FormatException>(() => AccountFile.Read(file));

        File.Delete(file);
        Assert.Contains("hypermax dashboard account", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AccountFile_Written_HoldsNoPasswordAndIsItsOwnersAlone()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "accounts");
        AccountFile.Write(file, "sue", Role.Steer, "correct horse");
        AccountFile.Write(file, "sue", Role.Read, "battery staple");

        AccountFile accounts = AccountFile.Read(file);

        Assert.DoesNotContain("staple", File.ReadAllText(file), StringComparison.Ordinal);
        Assert.Null(accounts.Find("sue", "correct horse"));
        Assert.Equal(Role.Read, accounts.Find("sue", "battery staple")!.Role);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [UnixTheory]
    [UnsupportedOSPlatform("windows")]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherWrite)]
    public void AccountFile_ThatOthersMayWrite_IsRefusedWithTheRemedy(UnixFileMode others)
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory().FullName, "accounts");
        AccountFile.Write(file, "sue", Role.Steer, "correct horse");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | others);

        Assert.Contains($"chmod 600 {file}", Assert.Throws<FormatException>(() => AccountFile.Read(file)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("300.1.1.1")]
    [InlineData("no-such-machine.invalid")]
    [InlineData("")]
    public void Server_AtANameOfNoMachine_IsRefusedInWords(string host)
    {
        ServerOptions options = new() { Host = host, Configure = options => options.Accounts = TestServer.Accounts };

        Assert.Contains($"--host is '{host}'", Assert.Throws<FormatException>(() => DashboardServer.Create(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Server_WithFilesThatAreNotThere_SaysWhatToName()
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-missing-").FullName;
        ServerOptions accounts = new() { Port = 0, Configure = options => options.PasswordFile = Path.Combine(folder, "accounts") };
        ServerOptions certificate = new() { Port = 0, Certificate = Path.Combine(folder, "server.pem"), Configure = _ => { } };

        FileNotFoundException noAccounts = Assert.Throws<FileNotFoundException>(() => DashboardServer.Start(accounts));
        FileNotFoundException noCertificate = Assert.Throws<FileNotFoundException>(() => DashboardServer.Start(certificate));

        Assert.Contains("hypermax dashboard account", noAccounts.Message, StringComparison.Ordinal);
        Assert.Contains("by --cert", noCertificate.Message, StringComparison.Ordinal);
        Directory.Delete(folder);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("0.0.0.0")]
    [InlineData("192.0.2.1")]
    public void Server_BeyondThisMachineWithoutAccounts_IsRefused(string host)
    {
        ServerOptions options = new() { Host = host, Configure = _ => { } };

        Assert.Contains("--password-file", Assert.Throws<FormatException>(() => DashboardServer.Create(options)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_OnAPortThatIsTaken_NamesItAndTheRemedy()
    {
        await using TestServer server = new();
        int port = new Uri(server.Address).Port;

        ServerOptions options = new() { Host = "127.0.0.1", Port = port, Configure = _ => { } };
        IOException error = Assert.Throws<IOException>(() => DashboardServer.Start(options));

        Assert.Contains(FormattableString.Invariant($"Port {port} of 127.0.0.1 is taken"), error.Message, StringComparison.Ordinal);
        Assert.Contains("--port", error.Message, StringComparison.Ordinal);
    }

    private sealed class MovedClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
