using System.Text.Json;
using Hypermax.Ci;
using Hypermax.Ci.Badges;

namespace Hypermax.Tests.Ci;

public sealed class BadgeWriterTests
{
    [Fact]
    public void Write_AnyStudy_KeepsTheSchema() => Assert.All(CiSamples.All.SelectMany(result => result.Studies), study => Badge(study));

    [Fact]
    public void Write_Studies_SayTheirBestValue()
    {
        JsonElement[] badges = [.. CiSamples.Ordinary.Studies.Select(Badge)];

        Assert.Equal(["0.0374", "0.5, failed"], badges.Select(badge => badge.GetProperty("message").GetString()));
        Assert.Equal(["brightgreen", "red"], badges.Select(badge => badge.GetProperty("color").GetString()));
        Assert.Equal("none, failed", Badge(CiSamples.Attack.Studies[0]).GetProperty("message").GetString());
    }

    private static JsonElement Badge(CiStudy study) => CiFiles.ReadJson(CiFiles.Write(stream => BadgeWriter.Write(stream, study)), "badge.json");
}
