namespace Acme.Login.Settings;

public class SettingsBuilder
{
    public SettingsBuilder AddConfigurationStore() => this;
}

public class StoreOptions
{
    public string Folder { get; set; }
}

public static class SettingsExtensions
{
    public static IServiceCollection AddConfigurationStore(this IServiceCollection services, Action<StoreOptions> configure) =>
        services.Configure(configure);
}
