using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hypermax.Dashboard.Serving;
using Hypermax.Dashboard.Tests.Browsing;
using Microsoft.AspNetCore.Builder;

namespace Hypermax.Dashboard.Tests.Serving;

/// <summary>The server beyond plain HTTP at the root: behind a proxy with a path, and with a certificate.</summary>
public sealed class ReachTests(Browser browser) : IClassFixture<Browser>
{
    [BrowserFact]
    public async Task Pages_BehindAProxyWithAPath_SignInFollowAndSteer()
    {
        await using TestServer server = new(options => options.Accounts = TestServer.Accounts, pathBase: "/tuning");
        await using RunningSearch search = TestStudies.Search(Path.Combine(server.Folder, "live"), TimeSpan.FromMilliseconds(150));
        await using Proxy proxy = new(server.Address);
        await using WatchedPage page = await browser.OpenAsync(proxy.Address + "/");

        await page["#name"].FillAsync("sue");
        await page["#password"].FillAsync("correct horse");
        await page["button[type=submit]"].ClickAsync();
        await page["tr[data-study] a"].First.ClickAsync();
        await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();
        await page["#live-state[data-state=live]"].WaitForAsync();
        int before = search.Study.Trials.Count;
        await page.Page.WaitForFunctionAsync("before => Number(document.querySelector('tr[data-trial]')?.dataset.trial) > before", before);
        await page["button:has-text('Pause')"].ClickAsync();
        await page[".now-line [data-state=paused]"].WaitForAsync();

        Assert.True(search.Study.IsPaused);
        Assert.StartsWith(proxy.Address + "/studies/", page.Page.Url, StringComparison.Ordinal);
        Assert.Empty(page.Complaints);
    }

    [Fact]
    public async Task Pages_BehindAProxyWithoutAccounts_AnswerNobody()
    {
        await using TestServer server = new(pathBase: "/tuning");
        await using Proxy proxy = new(server.Address);
        using HttpClient client = new();

        HttpResponseMessage answer = await client.GetAsync(proxy.Address + "/api/studies");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("--password-file", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("one")]
    [InlineData("apart")]
    [InlineData("pkcs12")]
    public async Task Pages_WithACertificate_AreThereByItAlone(string form)
    {
        string folder = Directory.CreateTempSubdirectory("hypermax-tls-").FullName;
        (string certificate, string? key) = Write(folder, form);
        ServerOptions options = new()
        {
            Port = 0,
            Certificate = certificate,
            Key = key,
            Configure = options =>
            {
                options.Folders.Add(folder);
                options.Accounts = TestServer.Accounts;
            },
        };
        TestStudies.Forest(Path.Combine(folder, "forest"));
        await using (WebApplication app = DashboardServer.Start(options))
        {
            string address = DashboardServer.AddressOf(app, options);
            await using WatchedPage page = await browser.OpenAsync(address, ignoresCertificates: true);
            await page["#name"].FillAsync("rob");
            await page["#password"].FillAsync("correct horse");
            await page["button[type=submit]"].ClickAsync();
            await page["tr[data-study] a"].First.ClickAsync();
            await page["figure[data-key=history][data-drawn=true]"].WaitForAsync();

            Assert.StartsWith("https://localhost:", address, StringComparison.Ordinal);
            Assert.True((await page.Page.Context.CookiesAsync()).Single(cookie => cookie.Name == "hypermax-session").Secure);
            using HttpClient plain = new();
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => plain.GetAsync(address.Replace("https", "http", StringComparison.Ordinal)));
            Assert.Empty(page.Complaints);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("no certificate at all")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n")]
    public void Start_WithAFileThatIsNoCertificate_SaysWhatItNeeds(string text)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, text);

        FormatException error = Assert.Throws<FormatException>(
            () => DashboardServer.Start(new ServerOptions { Port = 0, Certificate = file, Configure = _ => { } }));

        File.Delete(file);
        Assert.Contains("Give a PEM file that holds both, or --key FILE", error.Message, StringComparison.Ordinal);
    }

    private static (string Certificate, string? Key) Write(string folder, string form)
    {
        using RSA rsa = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using X509Certificate2 certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        string file = Path.Combine(folder, "server." + form);
        string pem = certificate.ExportCertificatePem() + "\n";
        string key = rsa.ExportPkcs8PrivateKeyPem() + "\n";
        switch (form)
        {
            case "one":
                File.WriteAllText(file, pem + key);
                return (file, null);

            case "apart":
                File.WriteAllText(file, pem);
                File.WriteAllText(file + ".key", key);
                return (file, file + ".key");

            default:
                File.WriteAllBytes(file, certificate.Export(X509ContentType.Pkcs12));
                return (file, null);
        }
    }
}
