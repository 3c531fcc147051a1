namespace Hypermax.Generators.Tests.Language;

/// <summary>What the user's types hold obeys the relations, rounded to those types as it is.</summary>
public sealed class RelatedTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("sobol")]
    [InlineData("cmaes")]
    [InlineData("atpe")]
    [InlineData("evolution")]
    [InlineData("tpe")]
    public void Ask_NumbersOfEveryType_ValuesObeyAndComeBack(string method)
    {
        using Study<Related> study = Study.Create<Related>(new StudyOptions { Method = method, Trials = 60 });
        for (int i = 0; i < 60; i++)
        {
            Trial<Related> trial = study.Ask()!;

            Assert.Empty(Related.SearchSpace.Validate(trial.Parameters));
            Assert.True(trial.Parameters.LowSingle < trial.Parameters.HighSingle);
            Assert.Equal(trial.Parameters, Related.SearchSpace.FromJson(Related.SearchSpace.ToJson(trial.Parameters)));

            // Towards corners, where members of a relation meet.
            study.Tell(
                trial,
                trial.Parameters.HighSingle + (double)trial.Parameters.Above
                    - trial.Parameters.LowSingle - (double)trial.Parameters.Below - trial.Parameters.FirstShare);
        }
    }
}
