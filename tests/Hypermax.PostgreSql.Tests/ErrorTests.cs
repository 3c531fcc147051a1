using Hypermax.PostgreSql.Connecting;
using Hypermax.TestSupport;

namespace Hypermax.PostgreSql.Tests;

/// <summary>What people are told when a database cannot be used; each message names the thing and the remedy, and none a password.</summary>
public sealed class ErrorTests
{
    private const string Secret = "open-sesame";

    [PostgresFact]
    public void Open_WrongPassword_SaysWhereTheRightOneBelongs()
    {
        Servers.Shared.RequirePassword("careful", Secret);

        PostgresStoreException error = Fails(Servers.Shared.Address.Replace("tester@", "careful:wrong-" + Secret + "@", StringComparison.Ordinal));

        Assert.Contains("does not let user 'careful' in", error.Message, StringComparison.Ordinal);
        Assert.Contains("PGPASSWORD", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Open_PasswordInAFile_IsUsedAndWrittenNowhere()
    {
        Servers.Shared.RequirePassword("keeper", Secret);
        new PostgresStore(Servers.Shared.Address, "any").Dispose();
        GrantAll("keeper");
        string file = Path.GetTempFileName();
        File.WriteAllText(file, $"127.0.0.1:*:test:keeper:{Secret}\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        string name = Servers.NextName();
        using (PostgresStore store = new(Servers.Shared.AddressOf("test", "keeper") + $"?passfile={file}", name))
        {
            Searches.Work(store, trials: 3);
        }

        Searches.RequireExact(Servers.Shared, name, 3);
        File.Delete(file);
        Assert.Equal("0", Servers.Shared.Sql($"select count(*) from hypermax.record where line like '%{Secret}%'"));
        Assert.Equal("0", Servers.Shared.Sql($"select count(*) from hypermax.worker where name like '%{Secret}%'"));
    }

    [PostgresFact]
    public void Open_NoSuchDatabase_SaysHowToCreateIt() =>
        Assert.Contains("has no database 'nowhere'. Create it", Fails(Servers.Shared.AddressOf("nowhere")).Message, StringComparison.Ordinal);

    [Fact]
    public void Open_NoServer_SaysWhich()
    {
        PostgresStoreException error = Fails("postgres://ann@127.0.0.1:1/tuning", new PostgresOptions { Patience = TimeSpan.FromSeconds(0.2) });

        Assert.Contains("127.0.0.1:1 cannot be reached", error.Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Open_OlderSchema_IsBroughtUpToDate()
    {
        string address = NewDatabase("older");
        using (PostgresStore store = new(address, "one"))
        {
            Searches.Work(store, trials: 2);
        }

        Servers.Shared.Sql("drop function hypermax.enter; drop function hypermax.keep", "older");
        Servers.Shared.Sql("drop table hypermax.paper; drop table hypermax.usage; drop view hypermax.workers; drop view hypermax.trials", "older");
        Servers.Shared.Sql("delete from hypermax.schema_step where version > 1", "older");
        using PostgresStore again = new(address, "one");

        Assert.Equal(2, again.Trials.Count);
        Assert.Equal("2", Servers.Shared.Sql("select count(*) from hypermax.trials", "older"));
    }

    [PostgresFact]
    public void Open_NewerSchema_IsRefused()
    {
        string address = NewDatabase("newer");
        new PostgresStore(address, "one").Dispose();
        Servers.Shared.Sql("insert into hypermax.schema_step (version) values (99)", "newer");

        Assert.Contains("has version 99 of the schema 'hypermax'", Fails(address).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Open_AnotherEncoding_IsRefused()
    {
        Servers.Shared.Sql("create database latin encoding 'LATIN1' locale 'C' template template0");

        Assert.Contains("studies need UTF8", Fails(Servers.Shared.AddressOf("latin")).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Open_UserWhoMayOnlyRead_IsRefusedBeforeAnyTrial()
    {
        new PostgresStore(Servers.Shared.Address, "any").Dispose();
        Servers.Shared.Sql("create role reader login; grant usage on schema hypermax to reader; grant select on all tables in schema hypermax to reader");
        Servers.Shared.Sql("create role careless login; alter role careless set default_transaction_read_only = on");
        GrantAll("careless");

        Assert.Contains("User 'reader' may read, but not write", Fails(Servers.Shared.AddressOf("test", "reader")).Message, StringComparison.Ordinal);
        Assert.Contains("can only be read by user 'careless'", Fails(Servers.Shared.AddressOf("test", "careless")).Message, StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Open_NoSchemaAndNoRightToMakeOne_NamesTheCommand()
    {
        string address = NewDatabase("bare");
        Servers.Shared.Sql("create role guest login");

        Assert.Contains(
            "Run 'hypermax db migrate' as the owner",
            Fails(address.Replace("tester@", "guest@", StringComparison.Ordinal)).Message,
            StringComparison.Ordinal);
    }

    [PostgresFact]
    public void Create_StudyOfAnotherSpace_IsTheMismatchThatJournalsHave()
    {
        string name = Servers.NextName();
        using PostgresStore store = new(Servers.Shared.Address, name);
        Searches.Work(store, trials: 1);
        using PostgresStore other = new(Servers.Shared.Address, name);
        SearchSpace space = new("Line", [new NumericParameter("x", Law.Uniform, 0, 11)]);

        StudyMismatchException error = Assert.Throws<StudyMismatchException>(() => Study.Create(space, Searches.Options(5, other)));

        Assert.Contains("space", error.Differences.Select(difference => difference.Name));
    }

    // In place of a disk that is full the server is made to say so: a trigger raises what PostgreSQL raises then.
    [PostgresFact]
    public void Tell_DiskOfTheServerFull_IsToldAndLostIsNothingOnceThereIsRoom()
    {
        string address = NewDatabase("brimful");
        using PostgresStore store = new(address, "one", new PostgresOptions { Patience = TimeSpan.FromSeconds(0.3) });
        using Study study = Study.Create(Searches.Space, Searches.Options(5, store));
        Trial trial = study.Ask()!;
        Servers.Shared.Sql(
            """
            create function full_disk() returns trigger language plpgsql as $$ begin
                raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100';
            end $$;
            create trigger full_disk before insert on hypermax.record execute function full_disk()
            """,
            "brimful");

        PostgresStoreException error = Assert.Throws<PostgresStoreException>(() => study.Tell(trial, 7));
        Assert.Contains("has no room left", error.Message, StringComparison.Ordinal);

        Servers.Shared.Sql("drop trigger full_disk on hypermax.record", "brimful");
        study.Ask();
        using PostgresStore reader = new(address, "one");
        Assert.Equal([7, double.NaN], reader.Trials.Select(kept => kept.Value));
    }

    [PostgresFact]
    public void Enter_StudyWasRemovedMeanwhile_NothingMoreIsAdded()
    {
        string name = Servers.NextName();
        using PostgresStore store = new(Servers.Shared.Address, name);
        using Study study = Study.Create(Searches.Space, Searches.Options(5, store));
        study.Ask();
        using (Administration.PostgresDatabase database = Administration.PostgresDatabase.Open(Servers.Shared.Address))
        {
            Assert.Throws<PostgresStoreException>(() => database.Remove(name, isForced: false));
            database.Remove(name, isForced: true);
        }

        Assert.Contains("is not what it was", Assert.Throws<PostgresStoreException>(() => study.Ask()).Message, StringComparison.Ordinal);
        Assert.Equal("0", Servers.Shared.Sql($"select count(*) from hypermax.trials where study = '{name}'"));
    }

    // As the guide says.
    private static void GrantAll(string user) => Servers.Shared.Sql(
        $"""
        grant usage on schema hypermax to {user};
        grant select, insert, update on all tables in schema hypermax to {user};
        grant usage on all sequences in schema hypermax to {user}
        """);

    private static string NewDatabase(string name)
    {
        Servers.Shared.Sql($"create database {name}");
        return Servers.Shared.AddressOf(name);
    }

    private static PostgresStoreException Fails(string address, PostgresOptions? options = null) =>
        Assert.Throws<PostgresStoreException>(() => new PostgresStore(address, "one", options));
}
