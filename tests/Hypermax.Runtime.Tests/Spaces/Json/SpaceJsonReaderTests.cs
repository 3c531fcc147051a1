using Hypermax.Spaces;
using Hypermax.Spaces.SearchJson;

namespace Hypermax.Tests.Spaces.Json;

public sealed class SpaceJsonReaderTests
{
    [Fact]
    public void Parse_NoParameters_TheSpaceOfOnePoint()
    {
        SearchSpace space = SpaceJson.Parse("""{"name":"Empty","params":[]}""");

        Assert.Equal(0, space.Count);
        Assert.Equal(SpaceJson.Write(space), SpaceJson.Write(SpaceJson.Parse(SpaceJson.Write(space))));
    }

    [Theory]
    [InlineData("""{"params":[{"name":"lr","type":"float","low":1e-5,"high":1,"log":"true"}]}""",
        "'params[0].log' is \"true\"; it must be true or false. Take it out of the quotes.")]
    [InlineData("""{"params":[{"name":"a","type":"float","low":1e-5,"high":1,"scale":"log"}]}""", "'params[0].scale' is no key", "Did you mean 'log'?")]
    [InlineData("""{"params":[{"name":"n","type":"int","low":0,"high":10,"q":5}]}""", "'params[0].q' is no key", "Did you mean 'step'?")]
    [InlineData("""{"params":[{"name":"x","type":"float","min":0,"max":1}]}""", "'params[0].min' is no key", "Did you mean 'low'?")]
    [InlineData("""{"params":[{"name":"x","type":"float","hihg":1,"low":0}]}""", "'params[0].hihg' is no key", "Did you mean 'high'?")]
    [InlineData("""{"params":[{"name":"x","type":"float","high":1}]}""", "'params[0].low' is missing", "'x'")]
    [InlineData("""{"params":[{"name":"x","type":"float","low":"0","high":1}]}""", "'params[0].low' is \"0\"; it must be a number. Take it out of the quotes.")]
    [InlineData("""{"params":[{"name":"x","type":"float","low":0,"high":1e400}]}""", "'params[0].high' is 1e400", "a double can hold")]
    [InlineData("""{"params":[{"name":"x","type":"float","low":0,"high":1,"choices":[1]}]}""", "'params[0].choices' is no key of the float 'x'")]
    [InlineData("""{"params":[{"name":"x","type":"categorical","choices":[1,2],"log":true}]}""", "'params[0].log' is no key of the categorical 'x'")]
    [InlineData("""{"params":[{"name":"x","type":"float","low":0,"high":1,"mean":3}]}""", "'params[0].mean' is of no use", "uniform")]
    [InlineData("""{"params":[{"name":"x","type":"float","law":"normal","mean":3}]}""", "'params[0].deviation' is missing")]
    [InlineData("""{"params":[{"name":"x","type":"float","law":"normal","mean":3,"deviation":1,"log":true}]}""", "'params[0].log'",
        "contradicts the law 'normal'")]
    [InlineData("""{"params":[{"name":"x","type":"float","low":0,"low":5,"high":1}]}""", "'params[0].low' stands twice")]
    [InlineData("""{"params":[{"name":"x","type":"categorical","choices":[1,2],"weights":"even"}]}""", "'params[0].weights' is \"even\"; it must be a list")]
    [InlineData("""{"params":[{"name":"x","type":"categorical","choices":[1,2],"weights":[1,"2"]}]}""", "'params[0].weights[1]' is \"2\"; it must be a number")]
    [InlineData("""{"params":[{"name":"x","type":"categorical","choices":[1,2]},{"name":"y","type":"int","low":0,"high":1,"when":{"z":1}}]}""",
        "'params[1].when.z' is no key")]
    [InlineData("""{"params":[{"name":"x","type":"int","low":0,"high":9},{"name":"y","type":"int","low":0,"high":1,"when":{"x":{"from":5,"to":2}}}]}""",
        "'params[1].when.x' goes from 5 to 2")]
    [InlineData("""{"params":[{"name":"x","type":"int","low":0,"high":9},{"name":"y","type":"int","low":0,"high":1,"when":{"x":{"min":5}}}]}""",
        "'params[1].when.x.min' is no key of a condition; its keys are from, to")]
    [InlineData("""{"params":[{"name":"x","type":"int","low":0,"high":9}],"relation":[]}""", "'relation' is no key of a search space",
        "Did you mean 'relations'?")]
    [InlineData(
        """{"params":[{"name":"x","type":"int","low":0,"high":9},{"name":"c","type":"categorical","choices":[1]}],"relations":[{"kind":"lessTha"""
        + """n","members":["x","c"]}]}""",
        "'c' is no number")]
    [InlineData(
        """{"params":[{"name":"x","type":"int","low":0,"high":9},{"name":"y","type":"int","low":0,"high":9}],"relations":[{"kind":"lessThan","members":"""
        + """["x","z"]}]}""",
        "'relations[0].members[1]' is 'z'")]
    [InlineData("""{"params":{}}""", "'params' is {}; it must be a list")]
    [InlineData("""[]""", "The search space is []; it must be an object")]
    [InlineData("""{"params":[{"name":"\ud800","type":"int","low":0,"high":9}]}""", "a text that is none")]
    public void Parse_WrongPart_PathRuleAndRemedy(string json, params string[] parts)
    {
        string message = Assert.Throws<FormatException>(() => SpaceJson.Parse(json)).Message;

        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void Parse_NullParts_AsIfLeftOut()
    {
        SearchSpace space = SpaceJson.Parse(
            """{"name":null,"params":[{"name":"x","type":"float","low":0,"high":1,"log":null,"step":null,"law":null,"mean":null,"when":null,"default":null}]"""
            + ""","relations":null}""");

        Assert.Equal("""{"name":"space","params":[{"name":"x","type":"float","low":0,"high":1}]}""", SpaceJson.Write(space));
    }

    [Fact]
    public void IgnoredKeys_UnknownAndUnused_PathAndNearestName()
    {
        const string json = """
            {"hyperparameters":{"type":"object","properties":{
              "lr":{"type":"number","min":1e-5,"max":1,"scalling":"logarithmic"},
              "n":{"type":"number","mode":"randint","min":3,"max":7},
              "c":{"enum":[1,2],"wieghts":[1,2],"min":0},
              "o":{"oneOf":[{"type":"object","propertys":1,"properties":{"a":{"type":"boolean","default":true}}}]}}}}
            """;

        IReadOnlyList<string> found = SearchJsonReader.IgnoredKeys(json);

        Assert.Equal(5, found.Count);
        Assert.Contains("'hyperparameters.lr.scalling' is ignored", found[0], StringComparison.Ordinal);
        Assert.Contains("Did you mean 'scaling'?", found[0], StringComparison.Ordinal);
        Assert.Contains("'hyperparameters.n.min' is ignored; the mode 'randint' does not use it", found[1], StringComparison.Ordinal);
        Assert.Contains("Did you mean 'weights'?", found[2], StringComparison.Ordinal);
        Assert.Contains("'hyperparameters.c.min' is ignored; the keys of 'enum'", found[3], StringComparison.Ordinal);
        Assert.Contains("'hyperparameters.o.0.propertys' is ignored", found[4], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"ordered\":\"true\"", "'ordered' is true or false")]
    [InlineData("\"description\":5", "'description' is a text")]
    [InlineData("\"unit\":[]", "'unit' is a text")]
    public void Read_SearchJsonOfWrongType_SaysWhatItMustBe(string part, string rule)
    {
        string json = "{\"type\":\"object\",\"properties\":{\"c\":{\"enum\":[1,2]," + part + "}}}";

        Assert.Contains(rule, Assert.ThrowsAny<FormatException>(() => SearchJsonReader.Read(json)).Message, StringComparison.Ordinal);
    }
}
