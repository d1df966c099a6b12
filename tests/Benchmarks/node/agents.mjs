// Microsoft's @microsoft/agents-hosting: an application that counts through twenty questions, its state in the memory store that comes with it.
import { ActivityHandler, BaseAdapter, ConversationState, MemoryStorage, TurnContext } from '@microsoft/agents-hosting';
import { Activity } from '@microsoft/agents-activity';
import { measure } from './measure.mjs';

class InMemoryLine extends BaseAdapter {
    async sendActivities(_, activities) { return activities.map((activity, index) => ({ id: `${index}` })); }
    async updateActivity() {}
    async deleteActivity() {}
    async continueConversation() {}
    async receive(activity, logic) { await this.runMiddleware(new TurnContext(this, activity), logic); }
}

const state = new ConversationState(new MemoryStorage());
const form = state.createProperty('form');
const handler = new ActivityHandler();
handler.onMessage(async (context, next) => {
    const answers = await form.get(context, { answers: [] });
    answers.answers.push(context.activity.text);
    await context.sendActivity(answers.answers.length < 20 ? `Question ${answers.answers.length}?` : 'Thank you.');
    await form.set(context, answers.answers.length < 20 ? answers : { answers: [] });
    await state.saveChanges(context);
    await next();
});
const line = new InMemoryLine();
await measure(Number(process.argv[2]), Number(process.argv[3]), async id => {
    let count = 0;
    return text => line.receive(Activity.fromObject({ type: 'message', id: `${count++}`, text, channelId: 'test', from: { id: 'user' }, recipient: { id: 'bot' }, conversation: { id }, serviceUrl: 'http://test' }), context => handler.run(context));
});
