var builder = WebApplication.CreateBuilder(args);

builder.Services
    .AddIdentityServer(options =>
    {
        options.Events.RaiseErrorEvents = true;
        options.Authentication = new()
        {
            CookieLifetime = TimeSpan.FromHours(10),
        };
        options.LogoutTokenJwtType = "at+jwt";
    })
    .AddConfigurationStore(store => store.DefaultSchema = "ids");

builder.Build().Run();
