using System.Text.Json;
using Duende.IdentityServer.Events;
using Duende.IdentityServer.Services;
using Newtonsoft.Json;

public class Sink : IEventSink
{
    public Task PersistAsync(Event evt)
    {
        Console.WriteLine(JsonConvert.SerializeObject(new { evt.Id, evt.Name }));
        Console.WriteLine(JsonSerializer.Serialize(evt));
        Console.WriteLine(evt.ToString());
        // JsonConvert.SerializeObject(evt)
        return Task.CompletedTask;
    }

    public string Other(Event evt) => JsonConvert.SerializeObject(evt);
}

public interface IMine { Task PersistAsync(Event evt); }

public class Mine : IMine
{
    public Task PersistAsync(Event evt) => Console.Out.WriteAsync(JsonConvert.SerializeObject(evt));
}
