using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Hypermax.Hosting.Tests.Parameters;

public sealed class ParameterOptionsTests
{
    private const string Good = """{ "Forest": { "Size": 32, "Activation": "Tanh" } }""";

    [Fact]
    public async Task Start_ValuesWithinRange_GivesThemAsOptions()
    {
        using TestHost host = new(services => services.AddHypermaxParameters<Layer>("Forest"), Good);

        await host.Running.StartAsync();

        Assert.Equal(new Layer(32, Activation.Tanh), host.Get<IOptions<Layer>>().Value);
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Start_ValueOutsideOfItsRange_IsRefusedWithAllThatIsWrong()
    {
        using TestHost host = new(services => services.AddHypermaxParameters<Layer>("Forest"), """{ "Forest": { "Size": 100, "Activaton": "Tanh" } }""");

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Running.StartAsync());

        Assert.Equal(
            [
                "'Forest:Size' is '100'; it must lie between 1 and 64 and be whole. The nearest value allowed is 64.",
                "'Forest:Activation' is missing; it has no default, and it must be one of Relu, Tanh. Add it.",
                "'Forest:Activaton' is no parameter of 'Layer'; it is 'Tanh'. Did you mean 'Forest:Activation'?",
            ],
            error.Failures);
    }

    [Fact]
    public void Options_WithAFallback_HaveTheTunedValueWhereTheSectionSaysNothing()
    {
        using TestHost host = new(
            services => services
                .AddHypermaxParameters("Forest", new Layer(5, Activation.Relu))
                .AddHypermaxParameters("Other", new Layer(6, Activation.Tanh), "other"),
            """{ "Forest": { "Activation": "tanh" } }""");
        IOptionsMonitor<Layer> options = host.Get<IOptionsMonitor<Layer>>();

        Assert.Equal((new Layer(5, Activation.Tanh), new Layer(6, Activation.Tanh)), (options.CurrentValue, options.Get("other")));
        Assert.Contains("there are '', 'other'", Assert.Throws<InvalidOperationException>(() => options.Get("third")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Monitor_ChangedSection_FollowsGoodValuesAndKeepsTheLastGoodOne()
    {
        using TestHost host = new(services => services.AddHypermaxParameters<Layer>("Forest"), Good);
        await host.Running.StartAsync();
        IOptionsMonitor<Layer> monitor = host.Get<IOptionsMonitor<Layer>>();

        host.Change("""{ "Forest": { "Size": 33, "Activation": "Tanh" } }""");
        Assert.Equal(33, monitor.CurrentValue.Size);
        host.Change("""{ "Forest": { "Size": 330, "Activation": "Tanh" } }""");

        Assert.Equal(33, monitor.CurrentValue.Size);
        Assert.Contains(
            host.Log.Lines,
            line => line.StartsWith("Error", StringComparison.Ordinal) && line.Contains("'Forest:Size' is '330'", StringComparison.Ordinal));
        await host.Running.StopAsync();
    }

    [Fact]
    public async Task Start_RuleOfTheApplication_CountsToo()
    {
        using TestHost host = new(
            services => services
                .AddHypermaxParameters<Layer>("Forest")
                .AddOptions<Layer>().Validate(layer => layer.Size % 5 == 0, "Size must be divided by 5."),
            Good);

        OptionsValidationException error = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Running.StartAsync());

        Assert.Equal(["Size must be divided by 5."], error.Failures);
    }
}
