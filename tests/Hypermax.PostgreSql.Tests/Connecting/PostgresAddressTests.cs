using Hypermax.PostgreSql.Connecting;

namespace Hypermax.PostgreSql.Tests.Connecting;

public sealed class PostgresAddressTests
{
    private const string Secret = "sesame";

    private static readonly Dictionary<string, string> Environment = new(StringComparer.Ordinal)
    {
        ["PGHOST"] = "envhost", ["PGPORT"] = "6000", ["PGUSER"] = "envuser", ["PGDATABASE"] = "envbase", ["PGPASSWORD"] = Secret,
    };

    [Theory]
    [InlineData("postgres://ann:sesame@db.example:5433/tuning", "postgres://ann@db.example:5433/tuning")]
    [InlineData("postgres://ann:sesame@db.example/tuning?sslmode=verify-full&connect_timeout=5", "postgres://ann@db.example:5432/tuning?sslmode=verify-full")]
    [InlineData("host=db.example dbname=tuning user=ann password='sesame' sslmode=VerifyCA", "postgres://ann@db.example:5432/tuning?sslmode=verify-ca")]
    [InlineData("postgres://a%40b@db.example/a%2Fb%3F", "postgres://a%40b@db.example:5432/a%2Fb%3F")]
    [InlineData("postgres://ann@[::1]:5433/tuning", "postgres://ann@[::1]:5433/tuning")]
    [InlineData("postgres://ann@one:5433,two:5434/tuning", "postgres://ann@one:5433,two:5434/tuning")]
    [InlineData("postgres://ann@/tuning?host=/run/pg", "postgres://ann@%2Frun%2Fpg:5432/tuning")]
    public void ForCommands_ReadAgain_IsTheSamePlaceWithoutPassword(string text, string expected)
    {
        string words = PostgresAddress.Parse(text, _ => null).ForCommands;

        Assert.Equal(expected, words);
        Assert.Equal(words, PostgresAddress.Parse(words, _ => null).ForCommands);
        Assert.Equal(PostgresAddress.Parse(text, _ => null).ToString(), PostgresAddress.Parse(words, _ => null).ToString());
    }

    [Theory]
    [InlineData("postgres://ann@db.example:5433/tuning", "postgres://ann@db.example:5433/tuning")]
    [InlineData("postgresql://ann:sesame@db.example/tuning?sslmode=verify-full&connect_timeout=5", "postgres://ann@db.example:5432/tuning")]
    [InlineData("postgres://a%40b@db.example/a%2Fb", "postgres://a@b@db.example:5432/a/b")]
    [InlineData("postgres://ann@[::1]:5433/tuning", "postgres://ann@::1:5433/tuning")]
    [InlineData("postgres://ann@/tuning?host=/run/pg", "postgres://ann@%2Frun%2Fpg:5432/tuning")]
    [InlineData("host=db.example port=5433 dbname=tuning user=ann password='sesame'", "postgres://ann@db.example:5433/tuning")]
    [InlineData("Host=db.example;Port=5433;Database=tuning;Username=ann;Password=sesame;Keepalive=30", "postgres://ann@db.example:5433/tuning")]
    public void Parse_EveryForm_IsShownWithoutPassword(string text, string shown)
    {
        Assert.True(PostgresAddress.Is(text));
        Assert.Equal(shown, PostgresAddress.Parse(text, _ => null).ToString());
    }

    [Theory]
    [InlineData("postgres://", "postgres://envuser@envhost:6000/envbase")]
    [InlineData("postgres:///tuning", "postgres://envuser@envhost:6000/tuning")]
    [InlineData("postgres://ann@db.example:5433/tuning", "postgres://ann@db.example:5433/tuning")]
    public void Parse_WhatIsNotSaid_ComesFromTheEnvironment(string text, string shown) =>
        Assert.Equal(shown, PostgresAddress.Parse(text, Environment.GetValueOrDefault).ToString());

    [Theory]
    [InlineData("results")]
    [InlineData("/data/a=b/results")]
    [InlineData("")]
    public void Is_Folder_No(string text) => Assert.False(PostgresAddress.Is(text));

    [Theory]
    [InlineData("postgres://ann:sesame@db.example:port/tuning")]
    [InlineData("postgres://ann:sesame@db.example/tuning?colour=blue")]
    [InlineData("postgres://ann:sesame@db.example/tuning?sslmode=sesame")]
    [InlineData("host=db.example password=sesame nonsense=1")]
    public void Parse_Mistake_IsToldWithoutValues(string text)
    {
        FormatException error = Assert.Throws<FormatException>(() => PostgresAddress.Parse(text, _ => null));

        Assert.DoesNotContain(Secret, error.ToString(), StringComparison.Ordinal);
    }
}
