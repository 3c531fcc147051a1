using Hypermax.Settings;

namespace Hypermax.Build.Tests.Settings;

public sealed class StoreTextTests
{
    [Theory]
    [InlineData("postgres://ann:secret@db/tuning", "postgres://ann:***@db/tuning", "postgres://ann@db/tuning")]
    [InlineData("postgres://ann:se:c/r@e?t@db:5432/x?ssl=1", "postgres://ann:***@db:5432/x?ssl=1", "postgres://ann@db:5432/x?ssl=1")]
    [InlineData("postgres://ann@db/x?password=secret&ssl=1", "postgres://ann@db/x?password=***&ssl=1", "postgres://ann@db/x?&ssl=1")]
    [InlineData("host=db user=ann password='a b' dbname=x", "host=db user=ann password=*** dbname=x", "host=db user=ann  dbname=x")]
    [InlineData("Host=db;Pwd=secret;Database=x", "Host=db;Pwd=***;Database=x", "Host=db;;Database=x")]
    [InlineData("amqp://guest:1234@broker", "amqp://guest:***@broker", "amqp://guest@broker")]
    public void Mask_AddressWithAPassword_LeavesItOut(string address, string masked, string without)
    {
        Assert.Equal(masked, StoreText.Mask(address));
        Assert.Equal(masked, StoreText.Mask(masked));
        Assert.Equal(without, StoreText.WithoutPassword(address));
        Assert.True(StoreText.HasPassword(address));
        Assert.False(StoreText.IsMasked(address));
        Assert.True(StoreText.IsMasked(masked));
        Assert.False(StoreText.HasPassword(without));
    }

    [Theory]
    [InlineData("postgres://ann@db:5432/tuning")]
    [InlineData("postgres://db:5432/tuning")]
    [InlineData("postgres://one:5432,two:5433/tuning")]
    [InlineData("postgres://db:5432")]
    [InlineData("postgres://")]
    [InlineData("/shared/studies")]
    [InlineData("C:\\studies")]
    public void Mask_AddressWithoutAPassword_StaysAsItIs(string address)
    {
        Assert.Equal(address, StoreText.Mask(address));
        Assert.Equal(address, StoreText.WithoutPassword(address));
        Assert.False(StoreText.HasPassword(address));
    }

    [Theory]
    [InlineData("postgres://db/x", "postgres")]
    [InlineData("PostgreSQL://db/x", "postgresql")]
    [InlineData("gopher://x", "gopher")]
    [InlineData("host=db dbname=x", "postgres")]
    [InlineData("Server=db;Port=5433", "postgres")]
    [InlineData("/shared/studies", null)]
    [InlineData("/shared/run=1/studies", null)]
    [InlineData("C:\\studies", null)]
    public void SchemeOf_Address_TellsServersFromFolders(string address, string? scheme)
    {
        Assert.Equal(scheme, StoreText.SchemeOf(address));
        Assert.Equal(scheme is null, StoreText.IsFolder(address));
    }

    [Fact]
    public void Read_PasswordInAFile_IsRefusedAndNotShown()
    {
        foreach (SettingSource source in new[] { SettingSource.Json, SettingSource.ProjectProperty })
        {
            Violations violations = new();

            SettingReader.Read(source, [new(source.NameOf(StudySettings.Store), "postgres://ann:secret@db/x")], violations);

            string sentence = Assert.Single(violations.Sentences);
            Assert.Contains("must hold no password", sentence, StringComparison.Ordinal);
            Assert.Contains("postgres://ann:***@db/x", sentence, StringComparison.Ordinal);
            Assert.DoesNotContain("secret", sentence, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Read_PasswordOutsideOfFiles_IsKept()
    {
        foreach (SettingSource source in new[] { SettingSource.Property, SettingSource.Environment, SettingSource.RunOption, SettingSource.Shortcut })
        {
            Violations violations = new();

            SettingSet settings = SettingReader.Read(source, [new(source.NameOf(StudySettings.Store), "postgres://ann:secret@db/x")], violations);

            Assert.Empty(violations.Sentences);
            Assert.Equal("postgres://ann:secret@db/x", settings.Text(StudySettings.Store));
        }
    }

    [Fact]
    public void Located_Store_FoldersCountFromTheFileAndServersDoNot()
    {
        static string? Located(string store) => SettingReader.Read(SettingSource.Json, [new("store", store)], new Violations())
            .Located(Path.GetTempPath())
            .Text(StudySettings.Store);

        Assert.Equal(Path.GetFullPath(Path.Combine(Path.GetTempPath(), "studies")), Located("studies"));
        Assert.Equal("postgres://db/x", Located("postgres://db/x"));
    }

    [Theory]
    [InlineData("forest", true)]
    [InlineData("team/forest", true)]
    [InlineData("{project}/{study}@main", true)]
    [InlineData("../forest", false)]
    [InlineData("/forest", false)]
    [InlineData("team//forest", false)]
    [InlineData("team/.", false)]
    public void Read_NameOfAStudy_IsAPathWithinItsStore(string name, bool isRight)
    {
        Violations violations = new();

        SettingReader.Read(SettingSource.Property, [new("HypertuneStoreStudy", name)], violations);

        Assert.Equal(isRight, violations.Found.Count == 0);
    }
}
