using Hypermax.Sampling.Atpe;
using Hypermax.Settings;
using Hypermax.Studies;
using Hypermax.Tests.Sampling.Atpe.Published;

namespace Hypermax.Tests.Settings;

public sealed class AtpeModelsTests : IDisposable
{
    private static readonly SearchSpace Space = new("space", [new NumericParameter("x", Law.Uniform, 0, 1)]);
    private readonly SmallModels _models = new();

    public void Dispose() => _models.Dispose();

    [Fact]
    public void Read_FolderAndMethodAtpe_TheSamplerHasModels()
    {
        (StudyOptions options, Violations violations) = Read("atpe", _models.Folder);

        Assert.Equal(("atpe", _models.Folder), (options.Method, options.AtpeModels));
        Assert.Empty(violations.Found);
        Assert.IsType<AtpeSampler>(MethodChoice.Of(options, recorded: null).Sampler);
    }

    [Fact]
    public void Read_OtherMethod_FolderIsNotRead() => Assert.Equal("tpe", MethodChoice.Of(Read("tpe", "no/such/folder").Options, recorded: null).Sampler.Name);

    [Fact]
    public void Read_NoSuchFolder_ViolationInTheWordsOfTheSurface()
    {
        Violation violation = Assert.Single(Read("atpe", "no/such/folder").Violations.Found);

        Assert.Contains("HypertuneAtpeModels", violation.ToString(), StringComparison.Ordinal);
        Assert.Contains("there is no such folder", violation.ToString(), StringComparison.Ordinal);
    }

    private static (StudyOptions Options, Violations Violations) Read(string method, string folder)
    {
        Violations violations = new();
        SettingSet settings = SettingSet.Empty.With(StudySettings.Method, method, SettingSource.Property).With(
            StudySettings.AtpeModels, folder, SettingSource.Property);
        return (StudyPlan.Read(settings, Space, violations), violations);
    }
}
