using Hypermax.Storage;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>Studies that are opened by the text of an address alone.</summary>
public sealed class StoreAddressTests
{
    private const string Secret = "open-sesame";

    [PostgresFact]
    public void Create_AddressAndName_ManyStudiesAndEachGoesOn()
    {
        string name = Servers.NextName("team/forest");
        using (Study study = Study.Create(Searches.Space, At(Servers.Shared.Address, name)))
        {
            study.Tell(study.Ask()!, 7);
            Assert.Equal(name, study.Name);
            Assert.Equal(ProposalOrder.Arrival, study.Header.Order);
        }

        using Study again = Study.Create(Searches.Space, At(Servers.Shared.Address, name));
        using Study other = Study.Create(Searches.Space, At(Servers.Shared.Address, Servers.NextName()));
        Assert.Equal([7], again.Trials.Select(trial => trial.Value));
        Assert.Empty(other.Trials);
    }

    [PostgresFact]
    public void Create_PasswordInTheAddress_IsUsedAndKeptNowhere()
    {
        Servers.Shared.RequirePassword("opener", Secret);
        new PostgresStore(Servers.Shared.Address, "any").Dispose();
        Servers.Shared.Sql("grant usage on schema hypermax to opener; grant select, insert, update on all tables in schema hypermax to opener; "
            + "grant usage on all sequences in schema hypermax to opener");
        string address = Servers.Shared.Address.Replace("tester@", $"opener:{Secret}@", StringComparison.Ordinal);
        string name = Servers.NextName();

        using (Study study = Study.Create(Searches.Space, At(address, name)))
        {
            study.Tell(study.Ask()!, 7);
        }

        Assert.Equal("1", Servers.Shared.Sql($"select count(*) from hypermax.trials where study = '{name}'"));
        Assert.Equal("0", Servers.Shared.Sql($"select count(*) from hypermax.record where line like '%{Secret}%'"));
    }

    [PostgresFact]
    public async Task Tell_ServerRestartsMeanwhile_SaysThatItWaitsAndThatItIsBack()
    {
        using PostgresServer server = PostgresServer.Start();
        List<string> said = [];
        using Study study = Study.Create(Searches.Space, At(server.Address, "one") with { StoreNotice = said.Add });
        Trial trial = study.Ask()!;
        server.Stop();

        Task<TrialRecord> telling = Task.Run(() => study.Tell(trial, 7));
        Assert.True(SpinWait.SpinUntil(() => said.Count > 0, TimeSpan.FromSeconds(60)));
        server.Go();
        await telling;

        Assert.Contains("Waiting for it, 15 minutes at most", said[0], StringComparison.Ordinal);
        Assert.Contains("answers again", said[1], StringComparison.Ordinal);
        Assert.Equal(2, said.Count);
        Assert.Equal([7], study.Trials.Select(told => told.Value));
    }

    [Fact]
    public void Open_NoServer_WaitsAMomentAndSaysSo()
    {
        List<string> said = [];

        PostgresStoreException error = Assert.Throws<PostgresStoreException>(
            () => Study.Create(Searches.Space, At("postgres://ann:secret@127.0.0.1:1/tuning", "one") with { StoreNotice = said.Add }));

        Assert.Contains("127.0.0.1:1 cannot be reached", error.Message, StringComparison.Ordinal);
        Assert.Contains("Waiting for it, 5 seconds at most", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error + said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Open_KeyThatIsNotKnown_IsRefusedWithoutItsValue()
    {
        FormatException error = Assert.Throws<FormatException>(
            () => StudyStores.Open(new StoreRequest { Address = "postgres://ann:secret@127.0.0.1/tuning?nonsense=hush", Study = "one" }));

        Assert.Contains("the key 'nonsense'", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error.Message, StringComparison.Ordinal);
    }

    private static StudyOptions At(string address, string name) => new() { StoreAddress = address, Name = name, Method = "random", Trials = 10 };
}
