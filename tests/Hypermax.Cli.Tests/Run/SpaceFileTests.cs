using Hypermax.Run;
using Hypermax.Settings;
using Hypermax.Tests.Config;

namespace Hypermax.Tests.Run;

/// <summary>The file of <c>hypermax run --space</c> and <c>hypermax space</c>.</summary>
public sealed class SpaceFileTests
{
    [Fact]
    public void Read_Yaml_HasReferencesInPlaceAndItsSettings()
    {
        using TemporaryConfig file = new(
            """
            hyperparameters:
              type: object
              properties:
                rate: { $ref: 'rate.json#/rate' }
                alpha: { $ref: 'template:sklearn:Ridge#/properties/alpha' }
            settings:
              trials: 7
            """,
            "space.yaml");
        file.Add("rate.json", """{"rate": {"type": "number", "min": 0, "max": 2}}""");

        SearchSpace space = SpaceFile.Read(file.Path, TextWriter.Null);

        Assert.Equal(["rate", "alpha"], space.Parameters.Select(parameter => parameter.Name));
        Assert.Equal(7, FileSettings.Read(file.Path, new Violations()).Value(StudySettings.Trials));
    }

    [Fact]
    public void Read_ReferenceToNothing_SaysWhere()
    {
        using TemporaryConfig file = new("""{"hyperparameters": {"$ref": "template:lightgbn"}}""");

        FormatException error = Assert.Throws<FormatException>(() => SpaceFile.Read(file.Path, TextWriter.Null));

        Assert.Contains("search.json(1,30): error: ", error.Message, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'lightgbm'?", error.Message, StringComparison.Ordinal);
    }
}
